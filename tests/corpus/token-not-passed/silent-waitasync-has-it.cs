// expect: none
// makespan: 1

using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1));
try
{
    Console.WriteLine(await ReadAsync(stop.Token));
}
catch (OperationCanceledException)
{
    Console.WriteLine("gave up");
}

static async Task<string> ReadAsync(CancellationToken token)
{
    await Slow.LineAsync().WaitAsync(token);
    return "a line";
}

static class Slow
{
    public static Task LineAsync() => Task.Delay(9000);
}
