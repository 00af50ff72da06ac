using static AsyncBasics.Asyncio;

Run(Main());

#region main
static async Coroutine Main()
{
    LoopTask<string> slow = CreateTask(DoTask("slow", 10), name: "slow");
    await Sleep(1);
    Console.WriteLine($"{slow.Name} done? {slow.Done}");

    slow.Cancel();
    try
    {
        await slow;
    }
    catch (CancelledException)
    {
        Console.WriteLine($"{slow.Name} cancelled? {slow.Cancelled}");
    }
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
