using static AsyncBasics.Asyncio;

Run(Main());

#region main
static async Coroutine Main()
{
    string[] results = await Gather(
        DoTask("A", 2), DoTask("B", 1), DoTask("C", 3));
    Console.WriteLine($"Results: {string.Join(", ", results)}");
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
