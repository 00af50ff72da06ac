var asked = new List<Task<int>>();
string[] tables = ["oak", "window", "corner", "garden", "bar"];
foreach (string table in tables)
{
    asked.Add(Bill(table));
}

// Adds up the bills in the order in which they come in.
int total = 0;
await foreach (Task<int> bill in Task.WhenEach(asked))
{
    total += await bill;
}

Console.WriteLine("Total: " + total);

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
