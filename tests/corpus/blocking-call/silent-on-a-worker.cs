// expect: none
// makespan: 2

Task<int> digest = Task.Run(() =>
{
    Thread.Sleep(2000);
    return 42;
});
Task ticking = Tick();
Console.WriteLine(await digest);
await ticking;

static async Task Tick()
{
    await Task.Delay(1000);
    Console.WriteLine("tick");
}
