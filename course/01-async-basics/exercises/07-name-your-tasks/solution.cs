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

    await Sleep(1.5);
    IEnumerable<string> cooking =
        tasks.Where(task => !task.Done).Select(task => task.Name);
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
