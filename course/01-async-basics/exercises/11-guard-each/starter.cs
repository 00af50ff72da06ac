using static AsyncBasics.Asyncio;

// The beans burn after a second, and nobody gets anything to eat.
// (You may also write it with plain tasks.)

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
