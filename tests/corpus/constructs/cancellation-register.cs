// expect: none
// makespan: 1
// stdout: told
// stdout: end

using var cancellation = new CancellationTokenSource();
var told = new TaskCompletionSource();
using CancellationTokenRegistration registration = cancellation.Token.Register(() =>
{
    Console.WriteLine("told");
    told.SetResult();
});
Task waiting = told.Task;
await Task.Delay(1000);
cancellation.Cancel();
await waiting;
Console.WriteLine("end");
