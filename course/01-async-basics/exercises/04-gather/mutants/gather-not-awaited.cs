using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    Future<string[]> dishes = Gather(Cook("rice", 3), Cook("beans", 2), Cook("salad", 1));
    Console.WriteLine("Dinner: rice, beans, salad");
}

static async Coroutine<string> Cook(string dish, double seconds)
{
    Console.WriteLine($"{dish}: on the stove");
    await Sleep(seconds);
    Console.WriteLine($"{dish}: ready");
    return dish;
}
