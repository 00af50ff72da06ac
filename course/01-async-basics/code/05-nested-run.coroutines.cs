using static AsyncBasics.Asyncio;

Run(Main());

#region main
static async Coroutine Main()
{
    Console.WriteLine("Inside the loop.");
    try
    {
        string result = Run(DoTask("A", 1));
        Console.WriteLine($"Got: {result}");
    }
    catch (InvalidOperationException)
    {
        Console.WriteLine("Refused.");
    }

    Console.WriteLine($"Got: {await DoTask("B", 1)}");
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
