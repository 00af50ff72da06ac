using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    double start = Time();
    await DoTask("A", 2);
    await DoTask("B", 1);
    await DoTask("C", 3);
    await DoTask("D", 1.5);
    Console.WriteLine($"In turn: {Time() - start:0.0} s");

    start = Time();
    await Gather(
        DoTask("A", 2), DoTask("B", 1), DoTask("C", 3), DoTask("D", 1.5));
    Console.WriteLine($"Together: {Time() - start:0.0} s");
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
