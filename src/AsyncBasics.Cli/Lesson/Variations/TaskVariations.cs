namespace AsyncBasics.Cli;

/// <summary>What a learner writes who alters, breaks and fixes the program, in plain .NET tasks.</summary>
internal static class TaskVariations
{
    /// <summary>The blocking sleep: while one sleeps, nobody else runs.</summary>
    public static Task<string> BlockingTask(string name, double seconds, Action<double> blockingSleep)
    {
        Console.WriteLine($"  Task {name} starting...");
        blockingSleep(seconds);
        Console.WriteLine($"  Task {name} done after {LessonTask.Seconds(seconds)}");
        return Task.FromResult($"{name} result");
    }

    /// <summary>The task that raises at its end.</summary>
    public static async Task<string> FailingTask(string name, double seconds, Action<double>? blockingSleep)
    {
        Console.WriteLine($"  Task {name} starting...");
        if (blockingSleep is not null)
        {
            blockingSleep(seconds);
        }
        else
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds), LessonTask.Clock);
        }

        Console.WriteLine($"  Task {name} fails after {LessonTask.Seconds(seconds)}");
        throw new InvalidOperationException($"Task {name} failed");
    }

    /// <summary>The guard: an error inside does not get out.</summary>
    public static async Task<string> GuardedTask(string name, Func<Task<string>> begin)
    {
        try
        {
            return await begin();
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Console.WriteLine($"  Task {name} caught its error: {error.Message}");
            return $"{name} failed";
        }
    }

    /// <summary>WhenAll gives only the first error, and only when all have ended; each task can be asked for its own.</summary>
    public static async Task ConcurrentOutcomes(params Func<Task<string>>[] starts)
    {
        Console.WriteLine("--- Concurrent execution ---");
        long start = LessonTask.Clock.GetTimestamp();

        Task<string>[] tasks = [.. starts.Select(begin => begin())];
        Task all = Task.WhenAll(tasks);
        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

        Console.WriteLine($"Concurrent total: ~{LessonTask.Total(start)}");
        Console.WriteLine($"Results: [{string.Join(", ", tasks.Select(Shown))}]");
    }

    /// <summary>WhenAny in place of WhenAll: it returns with the first, and the others go on.</summary>
    public static async Task WaitForTheFirst(params (string Name, Func<Task<string>> Begin)[] starts)
    {
        Console.WriteLine("--- First completed ---");
        long start = LessonTask.Clock.GetTimestamp();

        (string Name, Task<string> Task)[] tasks = [.. starts.Select(named => (named.Name, named.Begin()))];
        await Task.WhenAny(tasks.Select(named => named.Task));
        ILookup<bool, (string Name, Task<string> Task)> ended = tasks.ToLookup(named => named.Task.IsCompleted);

        Console.WriteLine($"First completed total: ~{LessonTask.Total(start)}");
        IEnumerable<string> done = ended[true].Select(named => $"{named.Name} with {Shown(named.Task)}");
        Console.WriteLine($"Done: {string.Join(", ", done)}");
        Console.WriteLine($"Pending: {Words.Pending(ended[false].Select(named => named.Name), "nobody cancels them")}");
    }

    /// <summary>Calls without await: a task is hot, so each starts, and nobody waits for its end.</summary>
    public static async Task ForgottenAwait(params (TaskSpec Spec, Func<Task<string>> Begin)[] calls)
    {
        Console.WriteLine("--- A forgotten await ---");
        long start = LessonTask.Clock.GetTimestamp();

        List<string> unfinished = [];
        foreach ((TaskSpec spec, Func<Task<string>> begin) in calls)
        {
            Task<string> forgotten = begin();
            Console.WriteLine($"  {Words.Call(spec)} gives a Task that is {forgotten.Status}");
            if (!forgotten.IsCompleted)
            {
                unfinished.Add(spec.Name);
            }
        }

        await Task.Yield();
        Console.WriteLine($"Forgotten await total: ~{LessonTask.Total(start)}");
        const string WhoSaysSo = ".NET does not say so; the compiler warns where it can (CS4014)";
        Console.WriteLine($"Unfinished at the end: {Words.Pending(unfinished, WhoSaysSo)}");
    }

    /// <summary>The nearest thing that .NET has to a loop inside a loop: to block on a task. Then what to write instead.</summary>
    public static async Task NestedRun(TaskSpec spec, Func<Task<string>> begin, TimeSpan patience)
    {
        Console.WriteLine("--- Run inside a running loop ---");
        Task<string> task = begin();

        // Without the limit this would never return: the task's timer and its last lines need the thread that waits here.
        bool ended = task.Wait(patience);
        Console.WriteLine(ended
            ? $"  {Words.Call(spec)}.Wait() returned at once"
            : $"  {Words.Call(spec)}.Wait() blocks the one thread that the task needs to go on: a deadlock, given up here");

        Console.WriteLine($"  await {Words.Call(spec)} instead:");
        await task;
    }

    private static string Shown(Task<string> task) =>
        task.Exception?.InnerException is { } error ? Words.Shown(error) : $"'{task.Result}'";
}
