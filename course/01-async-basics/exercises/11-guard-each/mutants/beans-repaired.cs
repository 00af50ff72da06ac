using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    string[] table = await Gather(
        Dish("rice", 3), Dish("beans", 1), Dish("salad", 2));
    Console.WriteLine($"On the table: {string.Join(", ", table)}");
}

static async Coroutine<string> Dish(string name, double seconds)
{
    await Heat(name, seconds);
    return name == "beans" ? "no beans" : name;
}

static async Coroutine Heat(string dish, double seconds)
{
    await Sleep(seconds);
    if (dish == "peas")
    {
        throw new InvalidOperationException($"the {dish} are burnt");
    }
}
