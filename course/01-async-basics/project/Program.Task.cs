#:property InvariantGlobalization=true

// The same program in plain .NET tasks, for comparison: same output, no event loop of its own.
//
//     dotnet run Program.Task.cs            the first two parts
//     dotnet run Program.Task.cs -- --all   the third part and the results, too

static class LessonTask
{
    // The system's clock. The command puts another one here to run the program on virtual time.
    public static TimeProvider Clock { get; set; } = TimeProvider.System;

    static async Task Main(string[] args)
    {
        await Sequential(() => DoTask("A", 2), () => DoTask("B", 1), () => DoTask("C", 3));
        Console.WriteLine();

        string[] results = await Concurrent(() => DoTask("A", 2), () => DoTask("B", 1), () => DoTask("C", 3));
        if (args.Contains("--all"))
        {
            Console.WriteLine($"Results: {List(results)}");
            Console.WriteLine();

            results = await UsingStartedTasks(() => DoTask("A", 2), () => DoTask("B", 1), () => DoTask("C", 3));
            Console.WriteLine($"Results: {List(results)}");
        }
    }

    // A task is hot: calling this runs it, up to its first await. That is why the parts below take functions to call.
    public static async Task<string> DoTask(string name, double seconds)
    {
        Console.WriteLine($"  Task {name} starting...");
        await Task.Delay(TimeSpan.FromSeconds(seconds), Clock);
        Console.WriteLine($"  Task {name} done after {Seconds(seconds)}");
        return $"{name} result";
    }

    // Each is awaited before the next one is called: the times add up.
    public static async Task Sequential(params Func<Task<string>>[] starts)
    {
        Console.WriteLine("--- Sequential execution ---");
        long start = Clock.GetTimestamp();

        foreach (Func<Task<string>> begin in starts)
        {
            await begin();
        }

        Console.WriteLine($"Sequential total: ~{Total(start)}");
    }

    // Select calls them all, WhenAll waits for them all: the longest one sets the time.
    public static async Task<string[]> Concurrent(params Func<Task<string>>[] starts)
    {
        Console.WriteLine("--- Concurrent execution ---");
        long start = Clock.GetTimestamp();

        string[] results = await Task.WhenAll(starts.Select(begin => begin()));

        Console.WriteLine($"Concurrent total: ~{Total(start)}");
        return results;
    }

    // There is no create_task in .NET: a task that was called is under way, and awaiting it later only collects its result.
    public static async Task<string[]> UsingStartedTasks(params Func<Task<string>>[] starts)
    {
        Console.WriteLine("--- Using create_task() ---");
        long start = Clock.GetTimestamp();

        List<Task<string>> tasks = [];
        foreach (Func<Task<string>> begin in starts)
        {
            tasks.Add(begin());
        }

        List<string> results = [];
        foreach (Task<string> task in tasks)
        {
            results.Add(await task);
        }

        Console.WriteLine($"create_task total: ~{Total(start)}");
        return [.. results];
    }

    public static string Total(long start) => Seconds(Math.Round(Clock.GetElapsedTime(start).TotalSeconds));

    public static string Seconds(double seconds) => seconds == 1 ? "1 second" : $"{seconds} seconds";

    static string List(string[] results) => $"['{string.Join("', '", results)}']";
}
