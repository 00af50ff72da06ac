using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    string rice = await Cook("rice", 1.5);
    string beans = await Cook("beans", 1);
    string salad = await Cook("salad", 0.5);
    Console.WriteLine($"Dinner: {rice}, {beans}, {salad}");
}

static async Coroutine<string> Cook(string dish, double seconds)
{
    Console.WriteLine($"{dish}: on the stove");
    await Sleep(seconds);
    Console.WriteLine($"{dish}: ready");
    return dish;
}
