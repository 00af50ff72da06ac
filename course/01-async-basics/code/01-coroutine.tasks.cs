#region main
Task<string> task = DoTask("A", 2);
Console.WriteLine("Called.");

string result = await task;
Console.WriteLine($"Got: {result}");
#endregion

#region task
static async Task<string> DoTask(string name, double seconds)
{
    Console.WriteLine($"  Task {name} starting...");
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    Console.WriteLine($"  Task {name} done after {Seconds(seconds)}");
    return $"{name} result";
}
#endregion

static string Seconds(double seconds) =>
    seconds == 1 ? "1 second" : $"{seconds} seconds";
