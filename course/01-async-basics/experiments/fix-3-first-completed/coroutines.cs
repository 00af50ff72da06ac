using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    LoopTask<string>[] tasks =
    [
        CreateTask(DoTask("A", 2), name: "A"),
        CreateTask(DoTask("B", 1), name: "B"),
        CreateTask(DoTask("C", 3), name: "C"),
    ];

    WaitResult<LoopTask<string>> first = await Wait(tasks, FirstCompleted);
    Console.WriteLine($"First: {await first.Done[0]}");
    IEnumerable<string> pending = first.Pending.Select(task => task.Name);
    Console.WriteLine($"Pending: {string.Join(", ", pending)}");

    string[] others = await Gather(first.Pending);
    Console.WriteLine($"Then: {string.Join(", ", others)}");
}

static async Coroutine<string> DoTask(string name, double seconds)
{
    Console.WriteLine($"  Task {name} starting...");
    await Sleep(seconds);
    Console.WriteLine($"  Task {name} done after {Seconds(seconds)}");
    return $"{name} result";
}

static string Seconds(double seconds) =>
    seconds == 1 ? "1 second" : $"{seconds} seconds";
