using AsyncBasics.Lab.StandIns;
using Barrier = AsyncBasics.Lab.StandIns.Barrier;
using Console = AsyncBasics.Lab.StandIns.Console;
using Lock = AsyncBasics.Lab.StandIns.Lock;
using Parallel = AsyncBasics.Lab.StandIns.Parallel;
using PeriodicTimer = AsyncBasics.Lab.StandIns.PeriodicTimer;
using SemaphoreSlim = AsyncBasics.Lab.StandIns.SemaphoreSlim;
using Stopwatch = AsyncBasics.Lab.StandIns.Stopwatch;
using Thread = AsyncBasics.Lab.StandIns.Thread;

namespace AsyncBasics.Lab;

/// <summary>Everything that a rewritten program calls in place of what it says. <c>docs/what-the-lab-redirects.md</c> tells it in words.</summary>
public static class Redirections
{
    private const string Compiler = "System.Runtime.CompilerServices.";
    private const string Tasking = "System.Threading.Tasks.";
    private const string Threading = "System.Threading.";

    /// <summary>The whole list.</summary>
    public static IReadOnlyList<Redirection> All { get; } =
        [.. Time(), .. Combining(), .. Working(), .. Blocking(), .. Signals(), .. Surrounding()];

    private static IEnumerable<Redirection> Time() =>
    [
        Member($"{Tasking}Task.Delay", typeof(Tasks)),
        Member($"{Tasking}Task.Yield", typeof(Tasks)),
        Member($"{Tasking}Task.WaitAsync", typeof(Tasks)),
        Member($"{Tasking}Task`1.WaitAsync", typeof(Tasks)),
        Member($"{Threading}Thread.Sleep", typeof(Threads)),
        Member($"{Threading}Thread.Yield", typeof(Threads)),
        Member($"{Threading}Thread.SpinWait", typeof(Threads)),
        Type("System.Diagnostics.Stopwatch", typeof(Stopwatch)),
        Property("System.DateTime.Now", typeof(Clocks), nameof(Clocks.Now)),
        Property("System.DateTime.UtcNow", typeof(Clocks), nameof(Clocks.UtcNow)),
        Property("System.DateTime.Today", typeof(Clocks), nameof(Clocks.Today)),
        Property("System.DateTimeOffset.Now", typeof(Clocks), nameof(Clocks.OffsetNow)),
        Property("System.DateTimeOffset.UtcNow", typeof(Clocks), nameof(Clocks.OffsetUtcNow)),
        Property("System.Environment.TickCount", typeof(Clocks), nameof(Clocks.TickCount)),
        Property("System.Environment.TickCount64", typeof(Clocks), nameof(Clocks.TickCount64)),
        Property("System.TimeProvider.System", typeof(Clocks), nameof(Clocks.SystemTimeProvider)),
        Constructor($"{Threading}CancellationTokenSource", typeof(CancellationSources), nameof(CancellationSources.New)),
        Member($"{Threading}CancellationTokenSource.CancelAfter", typeof(CancellationSources)),
        Member($"{Threading}CancellationTokenSource.CancelAsync", typeof(CancellationSources)),
        Member($"{Threading}CancellationTokenSource.TryReset", typeof(CancellationSources)),
        Type($"{Threading}PeriodicTimer", typeof(PeriodicTimer)),
        Type($"{Threading}Timer", typeof(StandIns.Timer)),
        Type("System.Timers.Timer", typeof(IntervalTimer)),
    ];

    private static IEnumerable<Redirection> Combining() =>
    [
        Member($"{Tasking}Task.WhenAll", typeof(Tasks)),
        Member($"{Tasking}Task.WhenAny", typeof(Tasks)),
        Member($"{Tasking}Task.WhenEach", typeof(Tasks)),
        Member($"{Tasking}Task.ContinueWith", typeof(Continuations)),
        Member($"{Tasking}Task`1.ContinueWith", typeof(ResultContinuations)),
        Member($"{Tasking}TaskFactory.ContinueWhenAll", typeof(Factories)),
        Member($"{Tasking}TaskFactory.ContinueWhenAny", typeof(Factories)),
    ];

    private static IEnumerable<Redirection> Working() =>
    [
        Member($"{Tasking}Task.Run", typeof(Tasks)),
        Member($"{Tasking}Task.Start", typeof(Tasks)),
        Member($"{Tasking}Task.RunSynchronously", typeof(Tasks)),
        Constructor($"{Tasking}Task", typeof(ColdTasks), nameof(ColdTasks.New)),
        Constructor($"{Tasking}Task`1", typeof(ColdTasks), nameof(ColdTasks.NewOf)),
        Member($"{Tasking}TaskFactory.StartNew", typeof(Factories)),
        Member($"{Tasking}TaskFactory`1.StartNew", typeof(Factories)),
        Property($"{Tasking}TaskScheduler.Default", typeof(Tasks), nameof(Tasks.DefaultScheduler)),
        Property($"{Tasking}TaskScheduler.Current", typeof(Tasks), nameof(Tasks.CurrentScheduler)),
        Member($"{Threading}ThreadPool.QueueUserWorkItem", typeof(Pool)),
        Member($"{Threading}ThreadPool.UnsafeQueueUserWorkItem", typeof(Pool)),
        Type($"{Threading}Thread", typeof(Thread)),
        Type($"{Tasking}Parallel", typeof(Parallel)),
        Type($"{Tasking}ParallelLoopState", typeof(StandIns.ParallelLoopState)),
        Type($"{Tasking}ParallelLoopResult", typeof(StandIns.ParallelLoopResult)),
        Member("System.Linq.ParallelEnumerable.AsParallel", typeof(ParallelQueries)),
        Member("System.Linq.ParallelEnumerable.Range", typeof(ParallelQueries)),
        Member("System.Linq.ParallelEnumerable.Repeat", typeof(ParallelQueries)),
        Member("System.Linq.ParallelEnumerable.AsOrdered", typeof(ParallelQueries)),
        Member("System.Linq.ParallelEnumerable.WithDegreeOfParallelism", typeof(ParallelQueries)),
    ];

    private static IEnumerable<Redirection> Blocking() =>
    [
        Property($"{Tasking}Task`1.Result", typeof(Tasks)),
        Property($"{Tasking}ValueTask`1.Result", typeof(Tasks)),
        Property($"{Tasking}Task.IsCompleted", typeof(Tasks)),
        Member($"{Tasking}Task.Wait", typeof(Tasks)),
        Member($"{Tasking}Task.WaitAll", typeof(Tasks)),
        Member($"{Tasking}Task.WaitAny", typeof(Tasks)),
        Member($"{Compiler}TaskAwaiter.GetResult", typeof(Tasks)),
        Member($"{Compiler}TaskAwaiter`1.GetResult", typeof(Tasks)),
        Member($"{Compiler}ConfiguredTaskAwaitable.ConfiguredTaskAwaiter.GetResult", typeof(Tasks)),
        Member($"{Compiler}ConfiguredTaskAwaitable`1.ConfiguredTaskAwaiter.GetResult", typeof(Tasks)),
        Member($"{Compiler}ValueTaskAwaiter.GetResult", typeof(Tasks)),
        Member($"{Compiler}ValueTaskAwaiter`1.GetResult", typeof(Tasks)),
        Member($"{Threading}Monitor.Enter", typeof(Monitors)),
        Member($"{Threading}Monitor.TryEnter", typeof(Monitors)),
        Member($"{Threading}Monitor.Exit", typeof(Monitors)),
        Member($"{Threading}Monitor.IsEntered", typeof(Monitors)),
        Member($"{Threading}Monitor.Wait", typeof(Monitors)),
        Member($"{Threading}Monitor.Pulse", typeof(Monitors)),
        Member($"{Threading}Monitor.PulseAll", typeof(Monitors)),
        Type($"{Threading}Lock", typeof(Lock)),
        Type($"{Threading}ReaderWriterLockSlim", typeof(StandIns.ReaderWriterLockSlim)),
        Type($"{Threading}SpinWait", typeof(StandIns.SpinWait)),
        Type("System.Collections.Concurrent.BlockingCollection`1", typeof(BlockingCollection<>)),
    ];

    private static IEnumerable<Redirection> Signals() =>
    [
        Type($"{Threading}SemaphoreSlim", typeof(SemaphoreSlim)),
        Type($"{Threading}WaitHandle", typeof(StandIns.WaitHandle)),
        Type($"{Threading}EventWaitHandle", typeof(StandIns.EventWaitHandle)),
        Type($"{Threading}ManualResetEvent", typeof(StandIns.ManualResetEvent)),
        Type($"{Threading}AutoResetEvent", typeof(StandIns.AutoResetEvent)),
        Type($"{Threading}Semaphore", typeof(StandIns.Semaphore)),
        Type($"{Threading}Mutex", typeof(StandIns.Mutex)),
        Type($"{Threading}ManualResetEventSlim", typeof(StandIns.ManualResetEventSlim)),
        Type($"{Threading}CountdownEvent", typeof(StandIns.CountdownEvent)),
        Type($"{Threading}Barrier", typeof(Barrier)),
        Property($"{Threading}CancellationToken.WaitHandle", typeof(TokenHandles), nameof(TokenHandles.Of)),
        Member($"{Threading}Channels.Channel.CreateUnbounded", typeof(Channels)),
        Member($"{Threading}Channels.Channel.CreateUnboundedPrioritized", typeof(Channels)),
        Member($"{Threading}Channels.Channel.CreateBounded", typeof(Channels)),
    ];

    private static IEnumerable<Redirection> Surrounding() =>
    [
        Type("System.Console", typeof(Console)),
        Constructor("System.Random", typeof(Surroundings), nameof(Surroundings.NewRandom)),
        Property("System.Random.Shared", typeof(Surroundings), nameof(Surroundings.SharedRandom)),
        Member("System.Guid.NewGuid", typeof(Surroundings)),
        Member("System.Environment.Exit", typeof(Surroundings)),
        Member("System.Environment.FailFast", typeof(Surroundings)),
        Member("System.Diagnostics.Debug.Assert", typeof(Assertions)),
        Member("System.Diagnostics.Debug.Fail", typeof(Assertions)),
        Member("System.Diagnostics.Trace.Assert", typeof(Assertions)),
        Member("System.Diagnostics.Trace.Fail", typeof(Assertions)),
        Property("System.Environment.ProcessorCount", typeof(Surroundings)),
        Property("System.Environment.CurrentManagedThreadId", typeof(Surroundings)),
    ];

    private static Redirection Member(string original, Type standIn) => new($"M:{original}", standIn, LastName(original));

    private static Redirection Property(string original, Type standIn, string? member = null) =>
        new($"P:{original}", standIn, member ?? LastName(original));

    private static Redirection Constructor(string original, Type standIn, string member) => new($"C:{original}", standIn, member);

    private static Redirection Type(string original, Type standIn) => new($"T:{original}", standIn, null);

    private static string LastName(string original) => original[(original.LastIndexOf('.') + 1)..];
}
