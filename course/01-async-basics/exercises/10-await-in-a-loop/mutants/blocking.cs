string[] tables = ["oak", "window", "corner", "garden", "bar"];

List<Task<int>> bills = [.. tables.Select(Bill)];

Console.WriteLine($"Total: {bills.Sum(bill => bill.Result)}");

static async Task<int> Bill(string table)
{
    await Task.Delay(TimeSpan.FromSeconds(1)).ConfigureAwait(false);
    return table switch
    {
        "oak" => 10,
        "window" => 20,
        "corner" => 30,
        "garden" => 40,
        _ => 50,
    };
}
