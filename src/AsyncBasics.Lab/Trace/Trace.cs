namespace AsyncBasics.Lab;

/// <summary>What happened in a run, or in a run so far: a value that does not change. A <see cref="TraceRecorder"/> makes it.</summary>
public sealed record Trace
{
    /// <summary>What happened, in order.</summary>
    public required IReadOnlyList<TraceEvent> Events { get; init; }

    /// <summary>What the events are about.</summary>
    public required IReadOnlyList<TraceSubject> Subjects { get; init; }

    /// <summary>The places that the events speak of; none when the program was not rewritten.</summary>
    public IReadOnlyList<TraceSite> Sites { get; init; } = [];

    /// <summary>When nobody could go on any more: for each that waits for a lock or a semaphore, those that have it; indices into <see cref="Subjects"/>.</summary>
    internal IReadOnlyDictionary<int, IReadOnlyList<int>> Holders { get; init; } = new Dictionary<int, IReadOnlyList<int>>();

    /// <summary>The loop's time when the trace was taken, or of the last event when the run was over then.</summary>
    public required TimeSpan Now { get; init; }

    /// <summary>Whether the run was still going on.</summary>
    public required bool IsRunning { get; init; }

    /// <summary>Whether the clock was virtual: then running took no time, and the same program gives the same trace.</summary>
    public required bool IsVirtual { get; init; }

    /// <summary>
    /// The trace as text, a line for each event: seconds, who, what. On a virtual clock two runs of the same program give the same text.
    /// </summary>
    public string ToText() => TraceText.Write(this);
}
