using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    string[] two = await Gather(Cook("rice", 3), Cook("beans", 2));
    string salad = await Cook("salad", 1);
    Console.WriteLine($"Dinner: {two[0]}, {two[1]}, {salad}");
}

static async Coroutine<string> Cook(string dish, double seconds)
{
    Console.WriteLine($"{dish}: on the stove");
    await Sleep(seconds);
    Console.WriteLine($"{dish}: ready");
    return dish;
}
