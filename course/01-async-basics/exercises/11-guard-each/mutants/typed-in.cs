using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    LoopTask<string> rice = CreateTask(Dish("rice", 3));
    LoopTask<string> beans = CreateTask(Dish("beans", 1));
    LoopTask<string> salad = CreateTask(Dish("salad", 2));
    try
    {
        await beans;
    }
    catch (InvalidOperationException)
    {
        await salad;
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
