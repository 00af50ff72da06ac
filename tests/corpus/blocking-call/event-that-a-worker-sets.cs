// expect: blocking-call 11 0.4
// makespan: 0.9

using var ready = new ManualResetEventSlim();
Task other = OtherAsync();
Task worker = Task.Run(() =>
{
    Thread.Sleep(500);
    ready.Set();
});
ready.Wait();
await Task.WhenAll(other, worker);

async Task OtherAsync()
{
    await Task.Delay(100);
    await Task.Delay(400);
}
