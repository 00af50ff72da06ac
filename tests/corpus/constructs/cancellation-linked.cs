// expect: none
// makespan: 1
// stdout: cancelled

using var outer = new CancellationTokenSource(1000);
using var inner = CancellationTokenSource.CreateLinkedTokenSource(outer.Token);
try
{
    await Task.Delay(10_000, inner.Token);
}
catch (TaskCanceledException)
{
    Console.WriteLine("cancelled");
}
