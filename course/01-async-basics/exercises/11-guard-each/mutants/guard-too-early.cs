using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    string[] table = await Gather(Guarded("rice", 3), Guarded("beans", 1), Guarded("salad", 2));
    Console.WriteLine($"On the table: {string.Join(", ", table)}");
}

static Coroutine<string> Guarded(string name, double seconds)
{
    try
    {
        return Dish(name, seconds);
    }
    catch (InvalidOperationException)
    {
        return Dish($"no {name}", 0);
    }
}

static async Coroutine<string> Dish(string name, double seconds)
{
    await Heat(name, seconds);
    return name;
}

// Leave this as it is: beans burn.
static async Coroutine Heat(string dish, double seconds)
{
    await Sleep(seconds);
    if (dish == "beans")
    {
        throw new InvalidOperationException($"the {dish} are burnt");
    }
}
