using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    string[] dishes = await Gather(Cook("rice", 2), Cook("beans", 1), Cook("salad", 3));
    foreach (string dish in dishes)
    {
        Console.WriteLine($"served: {dish}");
    }
}

static async Coroutine<string> Cook(string dish, double seconds)
{
    await Sleep(seconds);
    Console.WriteLine($"{dish}: ready");
    return dish;
}
