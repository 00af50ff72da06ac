using static AsyncBasics.Asyncio;

// There are tasks everywhere, and still it takes six seconds. Why?

Run(Main());

static async Coroutine Main()
{
    (string Dish, double Seconds)[] orders =
        [("rice", 2), ("beans", 1), ("salad", 3)];

    foreach ((string dish, double seconds) in orders)
    {
        LoopTask<string> task = CreateTask(Cook(dish, seconds));
        Console.WriteLine($"served: {await task}");
    }
}

static async Coroutine<string> Cook(string dish, double seconds)
{
    await Sleep(seconds);
    Console.WriteLine($"{dish}: ready");
    return dish;
}
