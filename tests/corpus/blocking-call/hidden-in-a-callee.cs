// expect: blocking-call 29 1.0
// makespan: 3
// needed: 2

Task clock = Tick(2);
Task import = Import("orders.csv");
await Task.WhenAll(clock, import);

static async Task Tick(int seconds)
{
    for (int i = 0; i < seconds; i++)
    {
        await Task.Delay(1000);
        Console.WriteLine("tick");
    }
}

static async Task Import(string file)
{
    await Task.Delay(500);
    string[] lines = new CsvReader().ReadLines(file);
    Console.WriteLine($"{lines.Length} lines");
}

class CsvReader
{
    public string[] ReadLines(string file)
    {
        Thread.Sleep(1500);
        return [$"{file}: 1", $"{file}: 2"];
    }
}
