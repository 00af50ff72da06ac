using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    LoopTask<string>[] tasks =
    [
        CreateTask(Cook("rice", 3)),
        CreateTask(Cook("beans", 1)),
        CreateTask(Cook("salad", 2)),
    ];

    while (!tasks.Any(task => task.Done))
    {
        await Sleep(0.3);
    }

    Console.WriteLine($"First: {tasks.First(task => task.Done).Result}");

    await Gather(tasks);
    Console.WriteLine("Dinner is ready.");
}

static async Coroutine<string> Cook(string dish, double seconds)
{
    await Sleep(seconds);
    Console.WriteLine($"{dish}: ready");
    return dish;
}
