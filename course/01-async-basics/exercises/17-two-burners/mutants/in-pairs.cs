await Task.WhenAll(Heat("rice", 2), Heat("beans", 1));
await Task.WhenAll(Heat("salad", 3), Heat("stew", 1));
Console.WriteLine("Dinner!");

static async Task Heat(string dish, double seconds)
{
    Console.WriteLine($"{dish}: on the stove");
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    Console.WriteLine($"{dish}: ready");
}
