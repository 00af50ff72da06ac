Task ticking = Tick();
Task<int> total = Total();
await Task.Delay(500);
Console.WriteLine(total.Result);
await ticking;

async Task<int> Total()
{
    await Task.Delay(2000).ConfigureAwait(false);
    return 42;
}

async Task Tick()
{
    await Task.Delay(1000);
    Console.WriteLine("tick");
}
