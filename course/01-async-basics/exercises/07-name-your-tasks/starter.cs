using static AsyncBasics.Asyncio;

// "Still cooking: Task-2, Task-3, Task-4". Which is which?
// And are the beans not ready by now?

Run(Main());

static async Coroutine Main()
{
    LoopTask<string>[] tasks =
    [
        CreateTask(Cook("rice", 2)),
        CreateTask(Cook("beans", 1)),
        CreateTask(Cook("salad", 3)),
    ];

    await Sleep(1.5);
    IEnumerable<string> cooking = tasks.Select(task => task.Name);
    Console.WriteLine($"Still cooking: {string.Join(", ", cooking)}");

    await Gather(tasks);
    Console.WriteLine("Dinner is ready.");
}

static async Coroutine<string> Cook(string dish, double seconds)
{
    await Sleep(seconds);
    Console.WriteLine($"{dish}: ready");
    return dish;
}
