using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    Console.WriteLine("Inside Main.");
    string result = Run(DoTask("A", 1));
    Console.WriteLine($"Got: {result}");
    Console.WriteLine($"Got: {await DoTask("B", 1)}");
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
