using System.Diagnostics;

Stopwatch watch = Stopwatch.StartNew();
await DoTask("A", 2);
await DoTask("B", 1);
await DoTask("C", 3);
await DoTask("D", 1.5);
Console.WriteLine($"In turn: {watch.Elapsed.TotalSeconds:0.0} s");

watch.Restart();
await Task.WhenAll(
    DoTask("A", 2), DoTask("B", 1), DoTask("C", 3), DoTask("D", 1.5));
Console.WriteLine($"Together: {watch.Elapsed.TotalSeconds:0.0} s");

static async Task<string> DoTask(string name, double seconds)
{
    Console.WriteLine($"  Task {name} starting...");
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    Console.WriteLine($"  Task {name} done after {Seconds(seconds)}");
    return $"{name} result";
}

static string Seconds(double seconds) =>
    seconds == 1 ? "1 second" : $"{seconds} seconds";
