await Task.WhenAll(Cook("rice", 3), Cook("beans", 2), Cook("salad", 1));
Console.WriteLine("Dinner!");

static async Task Cook(string dish, double seconds)
{
    Console.WriteLine($"{dish}: on the stove");
    Thread.Sleep(TimeSpan.FromSeconds(seconds / 2));
    Console.WriteLine($"{dish}: ready");
}
