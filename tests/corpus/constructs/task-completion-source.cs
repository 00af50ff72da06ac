// expect: none
// makespan: 2
// stdout: signal: go

var signal = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
Task listener = Listen();
await Task.Delay(2000);
signal.SetResult("go");
await listener;

async Task Listen() => Console.WriteLine($"signal: {await signal.Task}");
