using var burners = new SemaphoreSlim(2);

await Task.WhenAll(
    Cook("rice", 2), Cook("beans", 1), Cook("salad", 3), Cook("stew", 1));
Console.WriteLine("Dinner!");

async Task Cook(string dish, double seconds)
{
    burners.Wait();
    try
    {
        await Heat(dish, seconds);
    }
    finally
    {
        burners.Release();
    }
}

static async Task Heat(string dish, double seconds)
{
    Console.WriteLine($"{dish}: on the stove");
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    Console.WriteLine($"{dish}: ready");
}
