using System.Diagnostics;

Stopwatch watch = Stopwatch.StartNew();
Task<string> a = DoTask("A", 2);
Task<string> b = DoTask("B", 1);
Task<string> c = DoTask("C", 3);

Console.WriteLine($"Got: {await c}");
Console.WriteLine($"Got: {await a}");
Console.WriteLine($"Got: {await b}");
Console.WriteLine($"Total: {watch.Elapsed.TotalSeconds:0.0} s");

static async Task<string> DoTask(string name, double seconds)
{
    Console.WriteLine($"  Task {name} starting...");
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    Console.WriteLine($"  Task {name} done after {Seconds(seconds)}");
    return $"{name} result";
}

static string Seconds(double seconds) =>
    seconds == 1 ? "1 second" : $"{seconds} seconds";
