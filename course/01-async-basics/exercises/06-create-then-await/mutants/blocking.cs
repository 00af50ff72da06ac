using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    (string Dish, double Seconds)[] orders =
        [("rice", 2), ("beans", 1), ("salad", 3)];

    List<LoopTask<string>> tasks = [.. orders.Select(order => CreateTask(Cook(order.Dish, order.Seconds)))];
    foreach (LoopTask<string> task in tasks)
    {
        Console.WriteLine($"served: {await task}");
    }
}

static async Coroutine<string> Cook(string dish, double seconds)
{
    Thread.Sleep(TimeSpan.FromSeconds(seconds));
    Console.WriteLine($"{dish}: ready");
    return dish;
}
