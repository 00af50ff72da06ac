Console.WriteLine("Inside Main.");
string result = DoTask("A", 1).Result;
Console.WriteLine($"Got: {result}");
Console.WriteLine($"Got: {await DoTask("B", 1)}");

static async Task<string> DoTask(string name, double seconds)
{
    Console.WriteLine($"  Task {name} starting...");
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    Console.WriteLine($"  Task {name} done after {Seconds(seconds)}");
    return $"{name} result";
}

static string Seconds(double seconds) =>
    seconds == 1 ? "1 second" : $"{seconds} seconds";
