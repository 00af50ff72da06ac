// expect: cpu-hog 9

await Task.WhenAll(SumAsync(), TickAsync());

static async Task SumAsync()
{
    await Task.Yield();
    long sum = 0;
    for (int i = 0; i < 3_000_000; i++)
    {
        sum += i;
    }

    Console.WriteLine(sum);
}

static async Task TickAsync()
{
    await Task.Delay(1000);
    Console.WriteLine("tick");
}
