using System.Diagnostics;

namespace AsyncBasics;

/// <summary>
/// The event loop (<c>asyncio.AbstractEventLoop</c>): it runs what is ready, one step after another on one thread, and sleeps until
/// the next timer or post when nothing is. Most programs meet it only through <see cref="Asyncio"/>.
/// </summary>
/// <remarks>
/// The parts of this class: what it is made of (here), running (<c>EventLoop.Run.cs</c>), waiting
/// (<c>EventLoop.Waiting.cs</c>), callbacks and timers (<c>EventLoop.Callbacks.cs</c>), what is pending (<c>EventLoop.Pending.cs</c>), debug
/// mode (<c>EventLoop.Debug.cs</c>) and work on threads (<c>EventLoop.Threads.cs</c>).
/// </remarks>
[DebuggerDisplay("{Tasks.Count} tasks, {_ready.Count} ready, at {Time}")]
public sealed partial class EventLoop : IDisposable
{
    private readonly ReadyQueue _ready = new();
    private readonly Parker _parker = Parker.Create();
    private readonly TimeSpan _slowStepThreshold;
    private readonly TimeSpan? _realTimeLimit;
    private readonly ExecutionContext? _outerContext;
    private int _taskNumber;

    /// <summary>Whether a task's turn is its step and nothing else: no ordinary async code takes part, and nobody takes its time.</summary>
    private bool _hasPlainTurns;

    /// <summary>Makes a loop that does not run yet (<c>asyncio.new_event_loop</c>).</summary>
    public EventLoop(EventLoopOptions? options = null)
    {
        options ??= new EventLoopOptions();
        options = LoopHost.Here?.Adapt(options) ?? options;
        Clock = options.Clock ?? new RealClock();
        Debug = options.Debug;
        _hasPlainTurns = !Debug;
        Observer = options.Observer;
        LoopObserver.IsAnyAttached |= Observer is not null;
        OnReport = options.OnReport ?? PrintReport;
        StartsTasksEagerly = options.EagerTasks;
        _slowStepThreshold = options.SlowStepThreshold;
        _realTimeLimit = options.RealTimeLimit;
        Posts = new PostQueue(_parker);
        Timers = new TimerQueue(Tasks);
        TimeProvider = new LoopTimeProvider(this);
        if (Clock.Jumps && HasThreads && LoopHost.Here is null && !ExecutionContext.IsFlowSuppressed())
        {
            _poolWork = new PoolWork(this);
            _outerContext = ExecutionContext.Capture();
            BaseContext = PoolWork.Mark(_poolWork);
        }
        else
        {
            BaseContext = ExecutionContext.Capture()!;
        }
    }

    /// <summary>The loop that runs on this thread (<c>asyncio.get_running_loop</c>).</summary>
    /// <exception cref="InvalidOperationException">None does.</exception>
    public static EventLoop Running => RunningOrNull ?? throw new InvalidOperationException(
        "no running event loop: this works only inside Asyncio.Run(...), on the loop's thread.");

    /// <summary>The loop that runs on this thread, or <see langword="null"/>.</summary>
    public static EventLoop? RunningOrNull => LoopThread.Current.Loop;

    /// <summary>Whether the loop is in debug mode.</summary>
    public bool Debug { get; }

    /// <summary>The clock it runs by.</summary>
    public Clock Clock { get; }

    /// <summary>The time on its clock since the clock was made (<c>loop.time</c>).</summary>
    public TimeSpan Time => Clock.Elapsed;

    /// <summary>The same clock for ordinary .NET code, such as <c>Task.Delay(delay, provider)</c>.</summary>
    public TimeProvider TimeProvider { get; }

    /// <summary>Where reports go that no code is there to hear (<c>loop.set_exception_handler</c>).</summary>
    public Action<LoopReport> OnReport { get; set; }

    /// <summary>Who watches it, if anybody does.</summary>
    public LoopObserver? Observer { get; }

    /// <inheritdoc cref="EventLoopOptions.EagerTasks"/>
    internal bool StartsTasksEagerly { get; }

    internal TimerQueue Timers { get; }

    internal PostQueue Posts { get; }

    internal TaskRegistry Tasks { get; } = new();

    /// <summary>The context that a task has unless it was made in another one: that in which the loop was made.</summary>
    internal ExecutionContext BaseContext { get; }

    /// <summary>
    /// Whether ordinary async code takes part. Only then a turn needs a synchronization context of its own, which would cost
    /// every turn an allocation.
    /// </summary>
    internal bool UsesNative
    {
        get => field;
        set
        {
            field = value;
            _hasPlainTurns = !value && !Debug;
        }
    }

    /// <summary>
    /// Whether everything that native code waits for comes from this loop's own thread and timers. Then waiting for native code is a
    /// deadlock, too, when nothing is ready and no timer is set. Nobody can know but a <see cref="LoopHost"/>.
    /// </summary>
    internal bool HasAllNativeWork { get; set; }

    /// <summary>Whether it ends with the iteration that runs now.</summary>
    internal bool IsStopping => _stopping;

    /// <summary>Whether somebody would have a turn at once.</summary>
    internal bool HasReady => _ready.Count > 0 || Posts.HasAny;

    /// <inheritdoc cref="ReadyQueue.End"/>
    internal int ReadyEnd => _ready.End;

    /// <summary>Whether this loop runs on the current thread.</summary>
    internal bool IsRunningHere => ReferenceEquals(LoopThread.Current.Loop, this);

    /// <summary>
    /// The current context for a task that is made in it: the same, but with the mark by which work on the thread pool is known. A task
    /// that is made outside of the loop has come without.
    /// </summary>
    internal ExecutionContext? ContextForTask()
    {
        if (LoopThread.Current.IsStillIn(BaseContext))
        {
            return BaseContext;
        }

        ExecutionContext? context = ExecutionContext.Capture();
        return _poolWork is null || context is null || ReferenceEquals(context, BaseContext) ? context
            : ReferenceEquals(context, _outerContext) ? BaseContext
            : PoolWork.Mark(_poolWork);
    }

    private static bool HasThreads => !OperatingSystem.IsBrowser() && !OperatingSystem.IsWasi();

    internal int NextTaskNumber() => ++_taskNumber;

    /// <summary>Makes a task of a coroutine: its first step is queued (<c>loop.create_task</c>).</summary>
    /// <param name="coroutine">The coroutine; it is used up by this.</param>
    /// <param name="name">The task's name; <c>Task-N</c> by default.</param>
    /// <param name="eager">
    /// Whether the first step runs right here instead of being queued (<c>eager_start</c> of 3.14), so that a coroutine that needs not wait
    /// ends before this returns. What the loop's options say by default, and that is no.
    /// </param>
    /// <exception cref="InvalidOperationException">The coroutine was awaited or scheduled before, or the loop is closed.</exception>
    public LoopTask CreateTask(Coroutine coroutine, string? name = null, bool? eager = null)
    {
        ThrowIfClosed();
        LoopTask task = coroutine.ConsumeForTask();
        task.BecomeTask(this, name, eager ?? StartsTasksEagerly);
        return task;
    }

    /// <inheritdoc cref="CreateTask(Coroutine, string?, bool?)"/>
    public LoopTask<T> CreateTask<T>(Coroutine<T> coroutine, string? name = null, bool? eager = null)
    {
        ThrowIfClosed();
        LoopTask<T> task = coroutine.ConsumeForTask();
        task.BecomeTask(this, name, eager ?? StartsTasksEagerly);
        return task;
    }

    /// <summary>
    /// What a blocking call such as <c>Thread.Sleep</c> does to a loop: nothing else runs until it is over. On a virtual clock the
    /// time passes and nobody wakes meanwhile; on the real one the thread sleeps.
    /// </summary>
    public void Block(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        Observer?.Blocked(LoopThread.Current.Task, duration);
        Clock.Block(duration);
    }

    /// <summary>Tells the observer of text that the program wrote. Who captures a program's console calls this.</summary>
    public void WriteOutput(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Observer?.Output(LoopThread.Current.Task, text);
    }

    internal void Report(LoopReport report)
    {
        try
        {
            OnReport(report);
        }
        catch (Exception exception)
        {
            // As asyncio does when an exception handler fails: say both, and go on.
            PrintReport(report);
            PrintReport(new LoopReport(LoopReportKind.Unhandled, "Unhandled error in OnReport", exception));
        }
    }

    private static void PrintReport(LoopReport report) => Console.Error.WriteLine(report);

    private void ThrowIfClosed()
    {
        if (IsClosed)
        {
            throw Closed();
        }
    }

    internal static InvalidOperationException Closed() => new("Event loop is closed");
}
