// expect: sync-over-async 9
// outcome: deadlock

await Breakfast();

static async Task Breakfast()
{
    Console.WriteLine("Inside.");
    string result = DoTask("A", 1).Result;
    Console.WriteLine($"Got: {result}");
}

static async Task<string> DoTask(string name, double seconds)
{
    Console.WriteLine($"  Task {name} starting...");
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    return $"{name} result";
}
