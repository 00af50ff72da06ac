namespace AsyncBasics;

/// <summary>The kinds of thing a task waits for.</summary>
public enum WaitKind
{
    /// <summary>Nothing but its turn: <c>Sleep(0)</c>.</summary>
    Yield,

    /// <summary>A moment: <c>Sleep</c>.</summary>
    Timer,

    /// <summary>A future, a task, or a combination such as gather.</summary>
    Future,

    /// <summary>Something that is not the loop's: a native <see cref="Task"/> or any other awaiter.</summary>
    Native,
}

/// <summary>What a task waits for.</summary>
/// <param name="Kind">The kind of thing.</param>
/// <param name="Future">The future, when it is one.</param>
/// <param name="Deadline">The time on the loop's clock, when it is a timer.</param>
public readonly record struct WaitReason(WaitKind Kind, Future? Future = null, TimeSpan Deadline = default)
{
    /// <summary>
    /// The futures that have not ended of those that a combination, such as gather, waits for; none for a task or a plain future.
    /// </summary>
    public IEnumerable<Future> Members => Future is null or LoopTask ? [] : Future.WaitsFor;

    /// <summary>In words, to follow "waits for".</summary>
    public override string ToString() => Kind switch
    {
        WaitKind.Future => Future?.Describe() ?? "a future",
        WaitKind.Timer => "a timer",
        WaitKind.Native => "something outside the loop",
        _ => "its turn",
    };
}
