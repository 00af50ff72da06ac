// expect: cpu-hog 8

await Task.WhenAll(CountAsync(), TickAsync());

static async Task CountAsync()
{
    await Task.Delay(100);
    Console.WriteLine(Enumerable.Range(1, 2_000_000).Where(n => n % 7 == 0).Count());
}

static async Task TickAsync()
{
    await Task.Delay(500);
    Console.WriteLine("tick");
}
