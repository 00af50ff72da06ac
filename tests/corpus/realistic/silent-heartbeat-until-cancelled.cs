// expect: none

using var stop = new CancellationTokenSource();
Task heart = BeatAsync(TimeSpan.FromSeconds(1), stop.Token);
await Task.Delay(TimeSpan.FromSeconds(3.5));
await stop.CancelAsync();
await heart;
Console.WriteLine("stopped");

static async Task BeatAsync(TimeSpan every, CancellationToken token)
{
    using var timer = new PeriodicTimer(every);
    int beats = 0;
    try
    {
        while (await timer.WaitForNextTickAsync(token))
        {
            Console.WriteLine($"beat {++beats}");
        }
    }
    catch (OperationCanceledException)
    {
        Console.WriteLine($"{beats} beats");
    }
}
