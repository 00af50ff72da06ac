using static AsyncBasics.Asyncio;

Run(Main());

#region main
static async Coroutine Main()
{
    Coroutine<string> coroutine = DoTask("A", 2);
    Console.WriteLine("Called.");

    string result = await coroutine;
    Console.WriteLine($"Got: {result}");
}
#endregion

#region task
static async Coroutine<string> DoTask(string name, double seconds)
{
    Console.WriteLine($"  Task {name} starting...");
    await Sleep(seconds);
    Console.WriteLine($"  Task {name} done after {Seconds(seconds)}");
    return $"{name} result";
}
#endregion

static string Seconds(double seconds) =>
    seconds == 1 ? "1 second" : $"{seconds} seconds";
