using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    double start = Time();
    LoopTask<string> a = CreateTask(DoTask("A", 2));
    LoopTask<string> b = CreateTask(DoTask("B", 1));
    LoopTask<string> c = CreateTask(DoTask("C", 3));

    Console.WriteLine($"Got: {await c}");
    Console.WriteLine($"Got: {await a}");
    Console.WriteLine($"Got: {await b}");
    Console.WriteLine($"Total: {Seconds(Math.Round(Time() - start, 1))}");
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
