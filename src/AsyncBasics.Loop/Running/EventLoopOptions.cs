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

    /// <summary>Debug mode: reports also say where a coroutine or task was created. Off by default, since that is slow.</summary>
    public bool Debug { get; init; } = DebugByDefault;

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
