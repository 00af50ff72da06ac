using static AsyncBasics.Asyncio;

// Six seconds until dinner. Nobody needs the rice to make the salad.

Run(Main());

static async Coroutine Main()
{
    string rice = await Cook("rice", 3);
    string beans = await Cook("beans", 2);
    string salad = await Cook("salad", 1);
    Console.WriteLine($"Dinner: {rice}, {beans}, {salad}");
}

static async Coroutine<string> Cook(string dish, double seconds)
{
    Console.WriteLine($"{dish}: on the stove");
    await Sleep(seconds);
    Console.WriteLine($"{dish}: ready");
    return dish;
}
