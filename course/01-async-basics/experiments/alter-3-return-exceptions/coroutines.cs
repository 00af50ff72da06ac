using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    Outcome<string>[] outcomes = await GatherOutcomes(
        DoTask("A", 2), DoTask("B", 1), DoTask("C", 3));
    foreach (Outcome<string> outcome in outcomes)
    {
        Console.WriteLine(outcome.Succeeded
            ? outcome.Value
            : $"an error: {outcome.Exception!.Message}");
    }
}

static async Coroutine<string> DoTask(string name, double seconds)
{
    Console.WriteLine($"  Task {name} starting...");
    await Sleep(seconds);
    if (name == "B")
    {
        throw new InvalidOperationException($"Task {name} failed");
    }

    Console.WriteLine($"  Task {name} done after {seconds} s");
    return $"{name} result";
}
