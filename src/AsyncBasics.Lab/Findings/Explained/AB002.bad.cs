await Task.WhenAll(Cook("rice", 3), Cook("beans", 2));

async Task Cook(string what, int seconds)
{
    Console.WriteLine($"{what} on the stove");
    Thread.Sleep(TimeSpan.FromSeconds(seconds));
    await Task.Yield();
    Console.WriteLine($"{what} done");
}
