// expect: none
// makespan: 2

using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1));
try
{
    await ServeAsync(stop.Token);
}
catch (OperationCanceledException)
{
    Console.WriteLine("closed");
}

static async Task ServeAsync(CancellationToken token)
{
    try
    {
        await Task.Delay(60_000, token);
    }
    finally
    {
        await Task.Delay(1000);
        Console.WriteLine("tables wiped");
    }
}
