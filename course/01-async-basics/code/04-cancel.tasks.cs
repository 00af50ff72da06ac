#region main
using var cancellation = new CancellationTokenSource();

Task<string> slow = DoTask("slow", 10, cancellation.Token);
await Task.Delay(TimeSpan.FromSeconds(1));
Console.WriteLine($"slow done? {slow.IsCompleted}");

cancellation.Cancel();
try
{
    await slow;
}
catch (OperationCanceledException)
{
    Console.WriteLine($"slow cancelled? {slow.IsCanceled}");
}
#endregion

static async Task<string> DoTask(
    string name, double seconds, CancellationToken cancellationToken)
{
    Console.WriteLine($"  Task {name} starting...");
    await Task.Delay(TimeSpan.FromSeconds(seconds), cancellationToken);
    Console.WriteLine($"  Task {name} done after {Seconds(seconds)}");
    return $"{name} result";
}

static string Seconds(double seconds) =>
    seconds == 1 ? "1 second" : $"{seconds} seconds";
