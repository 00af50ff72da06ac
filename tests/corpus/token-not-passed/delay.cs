// expect: token-not-passed 13
// makespan: 5

using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1));
await PollAsync(stop.Token);

static async Task PollAsync(CancellationToken stop)
{
    int round = 0;
    while (!stop.IsCancellationRequested)
    {
        Console.WriteLine($"round {++round}");
        await Task.Delay(5000);
    }
}
