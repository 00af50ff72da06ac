using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    try
    {
        string[] table = await Gather(
            Dish("rice", 3), Dish("beans", 1), Dish("salad", 2));
        Console.WriteLine($"On the table: {string.Join(", ", table)}");
    }
    catch (InvalidOperationException)
    {
        Console.WriteLine("On the table: rice, no beans, salad");
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
