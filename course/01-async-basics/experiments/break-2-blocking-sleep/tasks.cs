string[] results = await Task.WhenAll(
    DoTask("A", 2), DoTask("B", 1), DoTask("C", 3));
Console.WriteLine($"Results: {string.Join(", ", results)}");

static async Task<string> DoTask(string name, double seconds)
{
    Console.WriteLine($"  Task {name} starting...");
    Thread.Sleep(TimeSpan.FromSeconds(seconds));
    Console.WriteLine($"  Task {name} done after {seconds} s");
    return $"{name} result";
}
