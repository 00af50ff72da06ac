// expect: none
// makespan: 1
// stdout: go

using var gate = new ManualResetEventSlim();
Task worker = Task.Run(() =>
{
    gate.Wait();
    Console.WriteLine("go");
});
await Task.Delay(1000);
gate.Set();
await worker;
