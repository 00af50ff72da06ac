using static AsyncBasics.Asyncio;

Run(Main());

#region main
static async Coroutine Main()
{
    LoopTask<string> a = CreateTask(DoTask("A", 2));
    Console.WriteLine($"Got: {await a}");

    LoopTask<string> b = CreateTask(DoTask("B", 1));
    Console.WriteLine($"Got: {await b}");

    LoopTask<string> c = CreateTask(DoTask("C", 3));
    Console.WriteLine($"Got: {await c}");
}
#endregion

static async Coroutine<string> DoTask(string name, double seconds)
{
    Console.WriteLine($"  Task {name} starting...");
    await Sleep(seconds);
    Console.WriteLine($"  Task {name} done after {Seconds(seconds)}");
    return $"{name} result";
}

static string Seconds(double seconds) =>
    seconds == 1 ? "1 second" : $"{seconds} seconds";
