// Five tables, and each takes a second to find its bill.
// The day's total takes five.

string[] tables = ["oak", "window", "corner", "garden", "bar"];
int total = 0;

foreach (string table in tables)
{
    total += await Bill(table);
}

Console.WriteLine($"Total: {total}");

static async Task<int> Bill(string table)
{
    await Task.Delay(TimeSpan.FromSeconds(1));
    return table switch
    {
        "oak" => 10,
        "window" => 20,
        "corner" => 30,
        "garden" => 40,
        _ => 50,
    };
}
