namespace AsyncBasics.Lab;

/// <summary>A task, a coroutine that was awaited in place, or a named stretch of ordinary async code, over time.</summary>
public sealed record Lane
{
    /// <summary>Its name: the method and the first text among its arguments (<c>DoTask A</c>).</summary>
    public required string Name { get; init; }

    /// <summary>The lane that made or called it: an index into <see cref="Timeline.Lanes"/>, less than its own.</summary>
    public int? Parent { get; init; }

    /// <summary>How many lanes lie above it on the way to the root.</summary>
    public int Depth { get; init; }

    /// <summary>Whether it runs beside its parent; otherwise its parent stands still while it runs.</summary>
    public bool IsTask { get; init; }

    /// <summary>When it was made, since the beginning of the timeline; zero when it was there before.</summary>
    public required TimeSpan Start { get; init; }

    /// <summary>When it ended, or the end of the timeline when it has not.</summary>
    public required TimeSpan End { get; init; }

    /// <summary>How it ended; pending when it goes on beyond the timeline.</summary>
    public required FutureState State { get; init; }

    /// <summary>The type and message of the exception it failed with.</summary>
    public string? Error { get; init; }

    /// <summary>The line in the source, where it is known.</summary>
    public int? Line { get; init; }

    /// <summary>Where in the source it was called or made, where that is known; <see cref="Line"/> tells where its own code is.</summary>
    public SourcePlace? CalledAt { get; init; }

    /// <summary>
    /// Whether anybody asked how it ended: awaited it, alone or as one of several, or looked at its result or its exception. It is taken
    /// for true where the run does not tell.
    /// </summary>
    public bool IsObserved { get; init; } = true;

    /// <summary>Whether it runs on a worker, beside the loop: it takes no turns, and nobody has to wait while it blocks.</summary>
    public bool IsWorker { get; init; }

    /// <summary>What it does, in order, without overlaps; what takes no time is not in it.</summary>
    public IReadOnlyList<Segment> Segments { get; init; } = [];

    /// <summary>
    /// Of a lane that did not end well, the last thing that it waited for or blocked on, even if that took no time: what it was cut from.
    /// </summary>
    public Segment? LastWait { get; init; }

    /// <summary>The moments at which a step of its own began.</summary>
    public IReadOnlyList<TimeSpan> Steps { get; init; } = [];

    /// <summary>What it wrote.</summary>
    public IReadOnlyList<OutputLine> Output { get; init; } = [];

    /// <summary>Whether a part of it lies on the critical path.</summary>
    public bool IsCritical => Segments.Any(segment => segment.IsCritical);
}

/// <summary>Something that a lane wrote.</summary>
/// <param name="Time">When, since the beginning of the timeline.</param>
/// <param name="Text">What, without the line's end.</param>
public readonly record struct OutputLine(TimeSpan Time, string Text);
