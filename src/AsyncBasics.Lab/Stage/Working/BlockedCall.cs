namespace AsyncBasics.Lab;

/// <summary>What kind of call blocks.</summary>
internal enum BlockingKind
{
    /// <summary><c>Thread.Sleep</c>.</summary>
    Sleep,

    /// <summary><c>.Result</c>, <c>.Wait()</c>, <c>Task.WaitAll</c>, <c>Task.WaitAny</c>: until tasks end.</summary>
    Task,

    /// <summary><c>lock</c> and <c>Monitor</c>.</summary>
    Lock,

    /// <summary>A semaphore, an event, a barrier.</summary>
    Signal,

    /// <summary>An item, or room for one, in a blocking collection.</summary>
    Collection,

    /// <summary>Until a thread ends.</summary>
    Join,

    /// <summary>Until all turns of a parallel loop have ended.</summary>
    Parallel,
}

/// <summary>A call that waits by blocking: who made it does nothing else until it is released.</summary>
/// <param name="kind">What kind of call it is.</param>
/// <param name="what">What it waits for, to follow "waits for".</param>
internal sealed class BlockedCall(BlockingKind kind, string what)
{
    private Action? _wake;

    /// <summary>What kind of call it is.</summary>
    public BlockingKind Kind { get; } = kind;

    /// <summary>What it waits for, to follow "waits for".</summary>
    public string What { get; } = what;

    /// <summary>The tasks whose end it waits for.</summary>
    public IReadOnlyList<Task> Tasks { get; init; } = [];

    /// <summary>The lock or the semaphore that it wants to take.</summary>
    public IHeld? Thing { get; init; }

    /// <summary>When it began.</summary>
    public TimeSpan Start { get; set; }

    /// <summary>Until when at most, on the stage's clock; <see langword="null"/> when there is no limit.</summary>
    public TimeSpan? Deadline { get; set; }

    /// <summary>Whether it was made on the loop's thread, which nobody else could use meanwhile.</summary>
    public bool HoldsLoop { get; set; }

    /// <summary>Whether what it waited for has come.</summary>
    public bool IsReleased { get; private set; }

    /// <summary>Whether it waited long enough.</summary>
    public bool IsTimedOut { get; private set; }

    /// <summary>Whether it is over.</summary>
    public bool IsOver => IsReleased || IsTimedOut;

    /// <summary>Who it is that waits, if that was said.</summary>
    public string Who { get; set; } = "the main thread";

    /// <summary>What it waits for has come.</summary>
    /// <returns>Whether that made a difference.</returns>
    public bool Release()
    {
        if (IsOver)
        {
            return false;
        }

        IsReleased = true;
        Wake();
        return true;
    }

    /// <summary>It has waited long enough.</summary>
    public void TimeOut()
    {
        if (!IsOver)
        {
            IsTimedOut = true;
            Wake();
        }
    }

    /// <summary>Says how to wake the one who waits.</summary>
    public void OnWake(Action wake) => _wake = wake;

    /// <summary>Who waits for what, as a sentence without its end.</summary>
    public string Describe() => $"{Who} waits for {What}";

    private void Wake()
    {
        Action? wake = _wake;
        _wake = null;
        wake?.Invoke();
    }
}
