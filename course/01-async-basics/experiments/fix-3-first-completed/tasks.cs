List<Task<string>> tasks = [DoTask("A", 2), DoTask("B", 1), DoTask("C", 3)];

Task<string> first = await Task.WhenAny(tasks);
Console.WriteLine($"First: {await first}");

tasks.Remove(first);
Console.WriteLine($"Pending: {tasks.Count}");

string[] others = await Task.WhenAll(tasks);
Console.WriteLine($"Then: {string.Join(", ", others)}");

static async Task<string> DoTask(string name, double seconds)
{
    Console.WriteLine($"  Task {name} starting...");
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    Console.WriteLine($"  Task {name} done after {Seconds(seconds)}");
    return $"{name} result";
}

static string Seconds(double seconds) =>
    seconds == 1 ? "1 second" : $"{seconds} seconds";
