using static AsyncBasics.Asyncio;

Run(Main());

#region main
static async Coroutine Main()
{
    await DoTask("A", 2);
    await DoTask("B", 1);
    await DoTask("C", 3);
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
