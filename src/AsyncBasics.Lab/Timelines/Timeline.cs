namespace AsyncBasics.Lab;

/// <summary>A run, or a part of one, as lanes over time: what is drawn. Times count from its beginning.</summary>
public sealed record Timeline
{
    /// <summary>What it shows.</summary>
    public required string Title { get; init; }

    /// <summary>The lanes, each parent before its children, children in the order in which they were made.</summary>
    public required IReadOnlyList<Lane> Lanes { get; init; }

    /// <summary>How long it took (the makespan); so far, when it is not over.</summary>
    public required TimeSpan Took { get; init; }

    /// <summary>
    /// How long it had to take as it is written: the same waits in the same order, with nobody held up by a blocking call of somebody
    /// else. <see langword="null"/> when it is not over, or when the trace does not tell who would have had to wait for whom.
    /// </summary>
    public TimeSpan? HadToTake { get; init; }

    /// <summary>The time that the axis shows: as a rule what it took, or more, so that parts beside each other have one scale.</summary>
    public required TimeSpan Scale { get; init; }

    /// <summary>Whether it is over; otherwise it shows a run up to now.</summary>
    public bool IsOver { get; init; } = true;

    /// <summary>The whole run as one timeline.</summary>
    /// <param name="trace">What happened.</param>
    /// <param name="title">Its title; the name of the first lane by default.</param>
    public static Timeline From(Trace trace, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(trace);
        Timeline timeline = TimelineReader.Read(trace, TraceRange.Whole(trace));
        return timeline with { Title = title ?? (timeline.Lanes.Count > 0 ? timeline.Lanes[0].Name : string.Empty) };
    }

    /// <summary>
    /// A timeline for each part that was begun with <see cref="TraceRecorder.Part"/>, in order. They share one scale, except a part
    /// so short that it could not be read on it.
    /// </summary>
    public static IReadOnlyList<Timeline> FromParts(Trace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        Timeline[] parts = [.. TraceRange.Parts(trace).Select(part => TimelineReader.Read(trace, part))];
        TimeSpan longest = parts.Length == 0 ? TimeSpan.Zero : parts.Max(part => part.Scale);
        return [.. parts.Select(part => part.Scale < longest / 4 ? part : part with { Scale = longest })];
    }
}
