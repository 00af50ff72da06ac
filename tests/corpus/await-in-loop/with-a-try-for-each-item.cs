// expect: await-in-loop 10 2.0
// makespan: 3
// needed: 1

var failed = 0;
foreach (string file in new[] { "a.txt", "b.txt", "c.txt" })
{
    try
    {
        Console.WriteLine(await ConvertAsync(file));
    }
    catch (FormatException)
    {
        failed++;
    }
}

Console.WriteLine($"{failed} failed");

static async Task<string> ConvertAsync(string file)
{
    await Task.Delay(1000);
    return file.StartsWith('b') ? throw new FormatException() : file.ToUpperInvariant();
}
