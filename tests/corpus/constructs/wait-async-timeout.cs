// expect: none
// makespan: 1
// stdout: gave up

using var cancellation = new CancellationTokenSource();
Task slow = Slow(cancellation.Token);
try
{
    await slow.WaitAsync(TimeSpan.FromSeconds(1));
}
catch (TimeoutException)
{
    Console.WriteLine("gave up");
    cancellation.Cancel();
}

try
{
    await slow;
}
catch (OperationCanceledException)
{
}

async Task Slow(CancellationToken cancel) => await Task.Delay(10_000, cancel);
