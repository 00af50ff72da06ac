string[] results = await Task.WhenAll(
    Guarded("A", 2), Guarded("B", 1), Guarded("C", 3));
Console.WriteLine($"Results: {string.Join(", ", results)}");

static async Task<string> Guarded(string name, double seconds)
{
    try
    {
        return await DoTask(name, seconds);
    }
    catch (Exception error) when (error is not OperationCanceledException)
    {
        Console.WriteLine($"  caught: {error.Message}");
        return $"{name} failed";
    }
}

static async Task<string> DoTask(string name, double seconds)
{
    Console.WriteLine($"  Task {name} starting...");
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    if (name == "B")
    {
        throw new InvalidOperationException($"Task {name} failed");
    }

    Console.WriteLine($"  Task {name} done after {seconds} s");
    return $"{name} result";
}
