#region main
string[] results = await Task.WhenAll(
    DoTask("A", 2), DoTask("B", 1), DoTask("C", 3));
Console.WriteLine($"Results: {string.Join(", ", results)}");
#endregion

static async Task<string> DoTask(string name, double seconds)
{
    Console.WriteLine($"  Task {name} starting...");
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    Console.WriteLine($"  Task {name} done after {Seconds(seconds)}");
    return $"{name} result";
}

static string Seconds(double seconds) =>
    seconds == 1 ? "1 second" : $"{seconds} seconds";
