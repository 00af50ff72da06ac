using static AsyncBasics.Asyncio;

namespace AsyncBasics.Cli;

/// <summary>What a learner writes who alters, breaks and fixes the program, in the loop's coroutines.</summary>
internal static class CoroutineVariations
{
    /// <summary>The blocking sleep: while one sleeps, nobody else runs.</summary>
    public static async Coroutine<string> BlockingTask(string name, double seconds, Action<double> blockingSleep)
    {
        Console.WriteLine($"  Task {name} starting...");
        blockingSleep(seconds);
        Console.WriteLine($"  Task {name} done after {Lesson.Seconds(seconds)}");
        return $"{name} result";
    }

    /// <summary>The task that raises at its end.</summary>
    public static async Coroutine<string> FailingTask(string name, double seconds, Action<double>? blockingSleep)
    {
        Console.WriteLine($"  Task {name} starting...");
        if (blockingSleep is not null)
        {
            blockingSleep(seconds);
        }
        else
        {
            await Sleep(seconds);
        }

        Console.WriteLine($"  Task {name} fails after {Lesson.Seconds(seconds)}");
        throw new InvalidOperationException($"Task {name} failed");
    }

    /// <summary>The guard: an error inside does not get out.</summary>
    public static async Coroutine<string> GuardedTask(string name, Coroutine<string> task)
    {
        try
        {
            return await task;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Console.WriteLine($"  Task {name} caught its error: {error.Message}");
            return $"{name} failed";
        }
    }

    /// <summary>Gather with <c>return_exceptions</c>: an error is a result like any other.</summary>
    public static async Coroutine ConcurrentOutcomes(params Coroutine<string>[] coroutines)
    {
        Console.WriteLine("--- Concurrent execution ---");
        double start = Time();

        Outcome<string>[] outcomes = await GatherOutcomes(coroutines);

        Console.WriteLine($"Concurrent total: ~{Lesson.Total(start)}");
        Console.WriteLine($"Results: [{string.Join(", ", outcomes.Select(Shown))}]");
    }

    /// <summary>Wait in place of gather: it returns with the first, and says which are pending.</summary>
    public static async Coroutine WaitForTheFirst(params (string Name, Coroutine<string> Coroutine)[] coroutines)
    {
        Console.WriteLine("--- First completed ---");
        double start = Time();

        LoopTask<string>[] tasks = [.. coroutines.Select(named => CreateTask(named.Coroutine, named.Name))];
        WaitResult<LoopTask<string>> result = await Wait(tasks, FirstCompleted);

        Console.WriteLine($"First completed total: ~{Lesson.Total(start)}");
        Console.WriteLine($"Done: {string.Join(", ", result.Done.Select(Shown))}");
        IEnumerable<string> pending = result.Pending.Select(task => task.Name);
        Console.WriteLine($"Pending: {Words.Pending(pending, "Run cancels them when it ends")}");
    }

    /// <summary>Calls without await: coroutine objects, and nothing runs.</summary>
    public static async Coroutine ForgottenAwait(IEnumerable<TaskSpec> tasks)
    {
        Console.WriteLine("--- A forgotten await ---");
        double start = Time();

        foreach (TaskSpec task in tasks)
        {
            Coroutine<string> forgotten = Lesson.DoTask(task.Name, task.Seconds);
            Console.WriteLine($"  {Words.Call(task)} gives {forgotten}");
        }

        // Everybody else gets a turn here, and nobody is there to take it.
        await Sleep(0);
        Console.WriteLine($"Forgotten await total: ~{Lesson.Total(start)}");
    }

    /// <summary>Run inside a running loop, and then what to write instead.</summary>
    public static async Coroutine NestedRun(TaskSpec task)
    {
        Console.WriteLine("--- Run inside a running loop ---");
        try
        {
            Run(Lesson.DoTask(task.Name, task.Seconds));
        }
        catch (InvalidOperationException error)
        {
            Console.WriteLine($"  Run({Words.Call(task)}) raises {Words.Told(error)}");
        }

        Console.WriteLine($"  await {Words.Call(task)} instead:");
        await Lesson.DoTask(task.Name, task.Seconds);
    }

    private static string Shown(Outcome<string> outcome) =>
        outcome.Succeeded ? $"'{outcome.Value}'" : Words.Shown(outcome.Exception!);

    private static string Shown(LoopTask<string> task) =>
        task.Exception is { } error ? $"{task.Name} with {Words.Shown(error)}" : $"{task.Name} with '{task.Result}'";
}
