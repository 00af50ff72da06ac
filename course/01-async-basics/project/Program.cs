#:project ../../../src/AsyncBasics.Loop
#:property InvariantGlobalization=true

// Three tasks that take two, one and three seconds: first one after another, then all of them together.
//
//     dotnet run Program.cs            the first two parts
//     dotnet run Program.cs -- --all   the third part and the results, too

using static AsyncBasics.Asyncio;

static class Lesson
{
    // The one place where the event loop is started. Everything below runs inside it.
    static void Main(string[] args) => Run(AllParts(withResults: args.Contains("--all")));

    static async Coroutine AllParts(bool withResults)
    {
        await Sequential(DoTask("A", 2), DoTask("B", 1), DoTask("C", 3));
        Console.WriteLine();

        string[] results = await Concurrent(DoTask("A", 2), DoTask("B", 1), DoTask("C", 3));
        if (withResults)
        {
            Console.WriteLine($"Results: {List(results)}");
            Console.WriteLine();

            results = await UsingCreateTask(DoTask("A", 2), DoTask("B", 1), DoTask("C", 3));
            Console.WriteLine($"Results: {List(results)}");
        }
    }

    // A coroutine: calling it runs nothing yet. It starts when it is awaited, or made a task.
    public static async Coroutine<string> DoTask(string name, double seconds)
    {
        Console.WriteLine($"  Task {name} starting...");
        await Sleep(seconds);
        Console.WriteLine($"  Task {name} done after {Seconds(seconds)}");
        return $"{name} result";
    }

    // Each is awaited before the next one starts: the times add up.
    public static async Coroutine Sequential(params Coroutine<string>[] coroutines)
    {
        Console.WriteLine("--- Sequential execution ---");
        double start = Time();

        foreach (Coroutine<string> coroutine in coroutines)
        {
            await coroutine;
        }

        Console.WriteLine($"Sequential total: ~{Total(start)}");
    }

    // Gather starts them all and waits for them all: the longest one sets the time.
    public static async Coroutine<string[]> Concurrent(params Coroutine<string>[] coroutines)
    {
        Console.WriteLine("--- Concurrent execution ---");
        double start = Time();

        string[] results = await Gather(coroutines);

        Console.WriteLine($"Concurrent total: ~{Total(start)}");
        return results;
    }

    // A task runs by itself from the moment it is created; awaiting it later only collects its result.
    public static async Coroutine<string[]> UsingCreateTask(params Coroutine<string>[] coroutines)
    {
        Console.WriteLine("--- Using create_task() ---");
        double start = Time();

        List<LoopTask<string>> tasks = [];
        foreach (Coroutine<string> coroutine in coroutines)
        {
            tasks.Add(CreateTask(coroutine));
        }

        List<string> results = [];
        foreach (LoopTask<string> task in tasks)
        {
            results.Add(await task);
        }

        Console.WriteLine($"create_task total: ~{Total(start)}");
        return [.. results];
    }

    // The time since the start, to the nearest second; to thousandths first, because 3.2 - 0.7 is not quite 2.5.
    public static string Total(double start) => Seconds(Math.Round(Math.Round(Time() - start, 3)));

    public static string Seconds(double seconds) => seconds == 1 ? "1 second" : $"{seconds} seconds";

    public static string List(string[] results) => $"['{string.Join("', '", results)}']";
}
