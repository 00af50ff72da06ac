using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    string rice = await Dish("rice", 3);
    string beans = await Dish("beans", 1);
    string salad = await Dish("salad", 2);
    Console.WriteLine($"On the table: {rice}, {beans}, {salad}");
}

static async Coroutine<string> Dish(string name, double seconds)
{
    try
    {
        await Heat(name, seconds);
        return name;
    }
    catch (InvalidOperationException)
    {
        return $"no {name}";
    }
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
