using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    await Gather(Fry("eggs", 1), Boil("rice", 2));
}

static async Coroutine Fry(string dish, double seconds)
{
    Thread.Sleep(TimeSpan.FromSeconds(seconds));
    Console.WriteLine($"{dish}: ready");
}

static async Coroutine Boil(string dish, double seconds)
{
    await Sleep(seconds);
    Console.WriteLine($"{dish}: ready");
}
