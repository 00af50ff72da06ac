using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    string[] dishes = await Gather(
        Cook("rice", 3), Cook("beans", 2), Cook("salad", 1));
    Console.WriteLine($"Dinner: {string.Join(", ", dishes)}");
}

static async Coroutine<string> Cook(string dish, double seconds)
{
    Console.WriteLine($"{dish}: on the stove");
    Thread.Sleep(TimeSpan.FromSeconds(seconds));
    Console.WriteLine($"{dish}: ready");
    return dish;
}
