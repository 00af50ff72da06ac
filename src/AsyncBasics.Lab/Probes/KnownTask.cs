namespace AsyncBasics.Lab;

/// <summary>What is known of a native task.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Words">In words, to follow "waits for".</param>
internal sealed record KnownTask(KnownTaskKind Kind, string Words)
{
    /// <summary>For a timer: the moment on the loop's clock.</summary>
    public TimeSpan Deadline { get; init; }

    /// <summary>For a combination: what it is made of.</summary>
    public IReadOnlyList<Task> Members { get; init; } = [];

    /// <summary>Its index among the trace's subjects, once it has been spoken of.</summary>
    public int Subject { get; set; } = TraceEvent.Nobody;
}

/// <summary>What a native task stands for.</summary>
internal enum KnownTaskKind
{
    /// <summary>A call of an async method: its subject is that call's lane.</summary>
    Call,

    /// <summary>A moment.</summary>
    Timer,

    /// <summary>The end of all of its members.</summary>
    All,

    /// <summary>The end of the first of its members.</summary>
    Any,

    /// <summary>Anything else.</summary>
    Other,
}
