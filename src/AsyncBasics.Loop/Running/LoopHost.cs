namespace AsyncBasics;

/// <summary>
/// Who runs whole programs in a world of its own, such as the lab: the loops that a program makes on this thread get their clock and
/// their observer from it. What their native code has on the system's thread pool is the host's affair.
/// </summary>
internal abstract class LoopHost
{
    [ThreadStatic]
    private static LoopHost? s_current;

    /// <summary>The host of the current thread, if it has one.</summary>
    public static LoopHost? Here
    {
        get => s_current;
        set => s_current = value;
    }

    /// <summary>The options for a loop that is being made with <paramref name="options"/>.</summary>
    public abstract EventLoopOptions Adapt(EventLoopOptions options);

    /// <summary>A loop begins to run on this thread.</summary>
    public abstract void RunBegins(EventLoop loop);

    /// <summary>It has stopped.</summary>
    public abstract void RunEnds(EventLoop loop);
}
