string[] tables = ["oak", "window", "corner", "garden", "bar"];

int[] bills = await Task.WhenAll(tables.Select(Bill));

Console.WriteLine($"Total: {bills.Sum()}");

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
