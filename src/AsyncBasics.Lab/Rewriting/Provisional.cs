using System.Diagnostics;

namespace AsyncBasics.Lab;

/// <summary>Says what stands in for a member of the base class library.</summary>
internal sealed record ProvisionalRedirection(string Original, Type StandIn, string? Member);

/// <summary>A few stand-ins.</summary>
internal static class ProvisionalRedirections
{
    public static IReadOnlyList<ProvisionalRedirection> All { get; } =
    [
        new("M:System.Threading.Tasks.Task.Delay", typeof(ProvisionalStandIns), "Delay"),
        new("M:System.Threading.Tasks.Task.WhenAll", typeof(ProvisionalStandIns), "WhenAll"),
        new("M:System.Threading.Tasks.Task.WhenAny", typeof(ProvisionalStandIns), "WhenAny"),
        new("M:System.Threading.Thread.Sleep", typeof(ProvisionalStandIns), "Sleep"),
        new("M:System.Console.WriteLine", typeof(ProvisionalStandIns), "WriteLine"),
        new("P:System.TimeProvider.System", typeof(ProvisionalStandIns), "Clock"),
        new("T:System.Diagnostics.Stopwatch", typeof(ProvisionalStopwatch), null),
        new("M:AsyncBasics.Asyncio.Run", typeof(ProvisionalStandIns), "Run"),
    ];
}

/// <summary>Stand-ins.</summary>
public static class ProvisionalStandIns
{
    /// <summary>The loop's clock.</summary>
    public static TimeProvider Clock => EventLoop.Running.TimeProvider;

    /// <summary>A delay.</summary>
    public static Task Delay(TimeSpan time, TimeProvider provider) => Delay(time);

    /// <summary>A delay.</summary>
    public static Task Delay(int milliseconds) => Delay(TimeSpan.FromMilliseconds(milliseconds));

    /// <summary>A delay.</summary>
    public static Task Delay(TimeSpan time)
    {
        Task task = Task.Delay(time, EventLoop.Running.TimeProvider);
        KnownTasks.Describe(task, new KnownTask(KnownTaskKind.Timer, "a timer") { Deadline = EventLoop.Running.Time + time });
        return task;
    }

    /// <summary>All.</summary>
    public static Task WhenAll(params IEnumerable<Task> tasks)
    {
        Task[] all = [.. tasks];
        Task task = Task.WhenAll(all);
        KnownTasks.Describe(task, new KnownTask(KnownTaskKind.All, "WhenAll") { Members = all });
        return task;
    }

    /// <summary>All.</summary>
    public static Task<T[]> WhenAll<T>(params IEnumerable<Task<T>> tasks)
    {
        Task<T>[] all = [.. tasks];
        Task<T[]> task = Task.WhenAll(all);
        KnownTasks.Describe(task, new KnownTask(KnownTaskKind.All, "WhenAll") { Members = all });
        return task;
    }

    /// <summary>Any.</summary>
    public static Task<Task> WhenAny(params Task[] tasks)
    {
        Task<Task> task = Task.WhenAny(tasks);
        KnownTasks.Describe(task, new KnownTask(KnownTaskKind.Any, "WhenAny") { Members = tasks });
        return task;
    }

    /// <summary>Blocks.</summary>
    public static void Sleep(TimeSpan time) => EventLoop.Running.Block(time);

    /// <summary>Blocks.</summary>
    public static void Sleep(int milliseconds) => Sleep(TimeSpan.FromMilliseconds(milliseconds));

    /// <summary>Writes.</summary>
    public static void WriteLine() => WriteLine(string.Empty);

    /// <summary>Writes.</summary>
    public static void WriteLine(object? value)
    {
        string text = $"{value}\n";
        RunningProgram.Current!.Output.Append(text);
        EventLoop.RunningOrNull?.WriteOutput(text);
    }

    /// <summary>Runs.</summary>
    public static void Run(Coroutine main) => Asyncio.Run(main, RunningProgram.Current!.LoopOptions);

    /// <summary>Runs.</summary>
    public static T Run<T>(Coroutine<T> main) => Asyncio.Run(main, RunningProgram.Current!.LoopOptions);
}

/// <summary>A stopwatch.</summary>
public sealed class ProvisionalStopwatch
{
    private TimeSpan _start;

    /// <summary>Starts.</summary>
    public static ProvisionalStopwatch StartNew() => new() { _start = EventLoop.Running.Time };

    /// <summary>Elapsed.</summary>
    public TimeSpan Elapsed => EventLoop.Running.Time - _start;

    /// <summary>Elapsed.</summary>
    public long ElapsedMilliseconds => (long)Elapsed.TotalMilliseconds;

    /// <summary>The same as it was.</summary>
    public static long Frequency => Stopwatch.Frequency;
}
