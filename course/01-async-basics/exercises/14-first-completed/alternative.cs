using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    bool isFirst = true;

    // The tasks in the order in which they end.
    Coroutine<string>[] dishes =
        [Cook("rice", 3), Cook("beans", 1), Cook("salad", 2)];
    await foreach (LoopTask<string> task in AsCompleted(dishes))
    {
        string dish = await task;
        if (isFirst)
        {
            Console.WriteLine($"First: {dish}");
            isFirst = false;
        }
    }

    Console.WriteLine("Dinner is ready.");
}

static async Coroutine<string> Cook(string dish, double seconds)
{
    await Sleep(seconds);
    Console.WriteLine($"{dish}: ready");
    return dish;
}
