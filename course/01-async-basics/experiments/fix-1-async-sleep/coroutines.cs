using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    string[] results = await Gather(
        DoTask("A", 2), DoTask("B", 1), DoTask("C", 3));
    Console.WriteLine($"Results: {string.Join(", ", results)}");
}

static async Coroutine<string> DoTask(string name, double seconds)
{
    Console.WriteLine($"  Task {name} starting...");
    await Sleep(seconds);
    Console.WriteLine($"  Task {name} done after {seconds} s");
    return $"{name} result";
}
