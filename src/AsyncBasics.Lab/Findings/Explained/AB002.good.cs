await Task.WhenAll(Cook("rice", 3), Cook("beans", 2));

async Task Cook(string what, int seconds)
{
    Console.WriteLine($"{what} on the stove");
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    Console.WriteLine($"{what} done");
}
