using static AsyncBasics.Asyncio;

#region main
Console.WriteLine("Before the loop.");
Run(Main());
Console.WriteLine("After the loop.");

static async Coroutine Main()
{
    LoopTask tidying = CreateTask(Tidy("kitchen"));
    string result = await DoTask("A", 1);
    Console.WriteLine($"Got: {result}");
}

static async Coroutine Tidy(string room)
{
    Console.WriteLine($"  Tidying the {room}...");
    try
    {
        await Sleep(5);
        Console.WriteLine($"  The {room} is tidy.");
    }
    finally
    {
        Console.WriteLine($"  Leaving the {room}.");
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
