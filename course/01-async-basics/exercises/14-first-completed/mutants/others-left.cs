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

    WaitResult<LoopTask<string>> result = await Wait(tasks, FirstCompleted);
    Console.WriteLine($"First: {await result.Done[0]}");
    Console.WriteLine("Dinner is ready.");
}

static async Coroutine<string> Cook(string dish, double seconds)
{
    await Sleep(seconds);
    Console.WriteLine($"{dish}: ready");
    return dish;
}
