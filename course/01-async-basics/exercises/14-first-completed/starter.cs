using static AsyncBasics.Asyncio;

// The guests are hungry, and hear of the first dish when all are ready.
// And it is the wrong one.

Run(Main());

static async Coroutine Main()
{
    LoopTask<string>[] tasks =
    [
        CreateTask(Cook("rice", 3)),
        CreateTask(Cook("beans", 1)),
        CreateTask(Cook("salad", 2)),
    ];

    string[] dishes = await Gather(tasks);
    Console.WriteLine($"First: {dishes[0]}");
    Console.WriteLine("Dinner is ready.");
}

static async Coroutine<string> Cook(string dish, double seconds)
{
    await Sleep(seconds);
    Console.WriteLine($"{dish}: ready");
    return dish;
}
