// expect: exception-lost 7
// makespan: 2
// stdout: Caught: A is missing

try
{
    await Task.WhenAll(CheckAsync("A", 1), CheckAsync("B", 2));
}
catch (FileNotFoundException e)
{
    Console.WriteLine($"Caught: {e.Message}");
}

static async Task CheckAsync(string name, int seconds)
{
    await Task.Delay(seconds * 1000);
    throw new FileNotFoundException($"{name} is missing");
}
