namespace AsyncBasics.Lab;

/// <summary>One thing that happened in a run. What the fields besides the first three mean depends on the kind.</summary>
public readonly record struct TraceEvent
{
    /// <summary>Stands in <see cref="Subject"/> and <see cref="Other"/> for nobody.</summary>
    public const int Nobody = -1;

    /// <summary>Makes an event about nobody.</summary>
    public TraceEvent()
    {
    }

    /// <summary>What happened.</summary>
    public required TraceEventKind Kind { get; init; }

    /// <summary>When, on the loop's clock.</summary>
    public TimeSpan Time { get; init; }

    /// <summary>To whom: an index into <see cref="Trace.Subjects"/>.</summary>
    public int Subject { get; init; } = Nobody;

    /// <summary>Who else takes part, such as the maker or the awaited: an index into <see cref="Trace.Subjects"/>.</summary>
    public int Other { get; init; } = Nobody;

    /// <summary>A deadline on the loop's clock, or the duration of a blocking call.</summary>
    public TimeSpan Moment { get; init; }

    /// <summary>What kind of thing is waited for.</summary>
    public WaitKind Wait { get; init; }

    /// <summary>How something ended.</summary>
    public FutureState Outcome { get; init; }

    /// <summary>Whether a call is one of the loop's own coroutines, such as <c>Sleep</c>: part of its caller to whoever reads it.</summary>
    public bool IsLibrary { get; init; }

    /// <summary>Whether a blocking call holds nobody up but its own thread: a worker's, or one of a program that has no loop around its main code.</summary>
    public bool LeavesLoop { get; init; }

    /// <summary>Where in the source: an index into <see cref="Trace.Sites"/>, or <see cref="Nobody"/> when that is not known.</summary>
    public int Site { get; init; } = Nobody;

    /// <summary>On which thread: zero is that of the loop; work given to other threads has other numbers.</summary>
    public int Thread { get; init; }

    /// <summary>A name, a title, a message or a piece of output.</summary>
    public string? Text { get; init; }
}
