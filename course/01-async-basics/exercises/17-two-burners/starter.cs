// Four dishes at once. But there are only two burners.

await Task.WhenAll(
    Cook("rice", 2), Cook("beans", 1), Cook("salad", 3), Cook("stew", 1));
Console.WriteLine("Dinner!");

static async Task Cook(string dish, double seconds)
{
    await Heat(dish, seconds);
}

static async Task Heat(string dish, double seconds)
{
    Console.WriteLine($"{dish}: on the stove");
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    Console.WriteLine($"{dish}: ready");
}
