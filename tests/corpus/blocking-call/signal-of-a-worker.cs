// expect: blocking-call 12
// makespan: 1

var opened = new ManualResetEventSlim();
Task worker = Task.Run(() =>
{
    Thread.Sleep(1000);
    opened.Set();
});
Task tick = TickAsync();
await Task.Yield();
opened.Wait();
await Task.WhenAll(worker, tick);

static async Task TickAsync()
{
    await Task.Delay(200);
    Console.WriteLine("tick");
}
