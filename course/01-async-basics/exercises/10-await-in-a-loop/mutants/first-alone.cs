string[] tables = ["oak", "window", "corner", "garden", "bar"];

int first = await Bill(tables[0]);
int[] others = await Task.WhenAll(tables.Skip(1).Select(Bill));

Console.WriteLine($"Total: {first + others.Sum()}");

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
