using System.Text.Json.Serialization;

namespace AsyncBasics.Lab;

/// <summary>A stretch of time in which a lane does one thing.</summary>
public sealed record Segment
{
    /// <summary>What it does.</summary>
    public required SegmentKind Kind { get; init; }

    /// <summary>From when on, since the beginning of the timeline.</summary>
    public required TimeSpan Start { get; init; }

    /// <summary>Until when.</summary>
    public required TimeSpan End { get; init; }

    /// <summary>What a waiting lane waits for.</summary>
    public WaitTarget Target { get; init; }

    /// <summary>In words, to follow the lane's name: <c>sleeps 2 s</c>, <c>waits for gather</c>, <c>blocks 2 s</c>.</summary>
    public required string Text { get; init; }

    /// <summary>The lanes that are waited for: indices into <see cref="Timeline.Lanes"/>.</summary>
    public IReadOnlyList<int> Awaited { get; init; } = [];

    /// <summary>The lane that ended the wait: an index into <see cref="Timeline.Lanes"/>; <see langword="null"/> when the clock did.</summary>
    public int? WokenBy { get; init; }

    /// <summary>Whether a blocking call holds nobody up but its own thread: a worker's, or that of a program whose main code is not async.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool LeavesLoop { get; init; }

    /// <summary>
    /// Of the last wait of a lane that can never go on: the lanes that have taken the lock or the semaphore that it waits for and have not given
    /// it back.
    /// </summary>
    public IReadOnlyList<int>? Holders { get; init; }

    /// <summary>Where in the source it waits or blocks: the await, the blocking call; <see langword="null"/> where that is not known.</summary>
    public SourcePlace? Place { get; init; }

    /// <summary>Whether it lies on the critical path: were it shorter, the whole would have been.</summary>
    public bool IsCritical { get; init; }

    /// <summary>How long it lasts.</summary>
    public TimeSpan Duration => End - Start;
}
