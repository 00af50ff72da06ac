// expect: blocking-call 14
// makespan: 1

object counter = new();
Task slow = Task.Run(() =>
{
    lock (counter)
    {
        Thread.Sleep(1000);
    }
});
Task tick = TickAsync();
await Task.Delay(100);
lock (counter)
{
    Console.WriteLine("mine at last");
}

await Task.WhenAll(slow, tick);

static async Task TickAsync()
{
    await Task.Delay(500);
    Console.WriteLine("tick");
}
