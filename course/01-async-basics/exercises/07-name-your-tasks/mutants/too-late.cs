using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    LoopTask<string>[] tasks =
    [
        CreateTask(Cook("rice", 2), name: "rice"),
        CreateTask(Cook("beans", 1), name: "beans"),
        CreateTask(Cook("salad", 3), name: "salad"),
    ];

    await Gather(tasks);
    Console.WriteLine($"Still cooking: {string.Join(", ", tasks.Where(task => !task.Done).Select(task => task.Name))}");
    Console.WriteLine("Dinner is ready.");
}

static async Coroutine<string> Cook(string dish, double seconds)
{
    await Sleep(seconds);
    Console.WriteLine($"{dish}: ready");
    return dish;
}
