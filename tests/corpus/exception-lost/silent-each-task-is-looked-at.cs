// expect: none
// makespan: 2

Task[] checks = [CheckAsync("A", 1), CheckAsync("B", 2)];
try
{
    await Task.WhenAll(checks);
}
catch (FileNotFoundException)
{
    foreach (Task check in checks)
    {
        Console.WriteLine(check.Exception?.InnerException?.Message ?? "fine");
    }
}

static async Task CheckAsync(string name, int seconds)
{
    await Task.Delay(seconds * 1000);
    throw new FileNotFoundException($"{name} is missing");
}
