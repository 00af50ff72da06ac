namespace AsyncBasics;

/// <summary>How an <see cref="EventLoop"/> is to be. Everything has a default.</summary>
public sealed record EventLoopOptions
{
    /// <summary>
    /// Whether loops are in debug mode when nobody says: when the environment variable <c>ASYNCBASICS_DEBUG</c> is <c>1</c>
    /// (asyncio's <c>PYTHONASYNCIODEBUG</c>).
    /// </summary>
    internal static bool DebugByDefault { get; } = Environment.GetEnvironmentVariable("ASYNCBASICS_DEBUG") == "1";

    /// <summary>The clock; a new <see cref="RealClock"/> by default. A clock serves one loop at a time.</summary>
    public Clock? Clock { get; init; }

    /// <summary>
    /// Debug mode: reports say where a coroutine or task was created; steps that hold the loop, swallowed cancellations and calls from
    /// the wrong thread are found. Off by default, since that is slow.
    /// </summary>
    public bool Debug { get; init; } = DebugByDefault;

    /// <summary>
    /// In debug mode: how long a step may hold the loop before it is reported (<c>loop.slow_callback_duration</c>); 0.1 s by default.
    /// </summary>
    public TimeSpan SlowStepThreshold { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// How much real time one run may take, whatever its clock; without limit by default. A run that takes longer ends with a
    /// <see cref="TimeoutException"/> that lists who waits for what: so a test that hangs tells why. A step that never ends can't be ended.
    /// </summary>
    public TimeSpan? RealTimeLimit { get; init; }

    /// <summary>
    /// Whether tasks run their first step when they are created (<c>asyncio.eager_task_factory</c>). Off by default.
    /// </summary>
    public bool EagerTasks { get; init; }

    /// <summary>Who watches the loop; nobody by default.</summary>
    public LoopObserver? Observer { get; init; }

    /// <summary>
    /// Where reports go that no code is there to hear, such as a coroutine that was never awaited; a line on standard error by
    /// default (<c>loop.set_exception_handler</c>).
    /// </summary>
    public Action<LoopReport>? OnReport { get; init; }
}
