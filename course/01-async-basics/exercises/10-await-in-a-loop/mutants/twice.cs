string[] tables = ["oak", "window", "corner", "garden", "bar"];
IEnumerable<Task<int>> bills = tables.Select(Bill);

await Task.WhenAll(bills);

int total = 0;
foreach (int bill in await Task.WhenAll(bills))
{
    total += bill;
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
