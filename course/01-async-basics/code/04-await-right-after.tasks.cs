#region main
Task<string> a = DoTask("A", 2);
Console.WriteLine($"Got: {await a}");

Task<string> b = DoTask("B", 1);
Console.WriteLine($"Got: {await b}");

Task<string> c = DoTask("C", 3);
Console.WriteLine($"Got: {await c}");
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
