await Task.WhenAll(Cook("rice", 3), Cook("beans", 2), Cook("salad", 1));
Console.WriteLine("Dinner!");

static async Task Cook(string dish, double seconds)
{
    Console.WriteLine($"{dish}: on the stove");
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    Console.WriteLine($"{dish}: ready");
}
