using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    await Gather(Cook("rice", 3), Cook("beans", 2));
    await Cook("salad", 1);
}

static async Coroutine Cook(string dish, double seconds)
{
    await Sleep(seconds);
    Console.WriteLine($"{dish}: ready");
}
