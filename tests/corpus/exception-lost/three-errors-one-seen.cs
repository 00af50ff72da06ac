// expect: exception-lost 7
// makespan: 3

Task[] checks = [.. new[] { "roof", "door", "cellar" }.Select((part, i) => InspectAsync(part, i + 1))];
try
{
    await Task.WhenAll(checks);
    Console.WriteLine("all fine");
}
catch (InvalidOperationException e)
{
    Console.WriteLine($"not fine: {e.Message}");
}

static async Task InspectAsync(string part, int seconds)
{
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    throw new InvalidOperationException($"{part} leaks");
}
