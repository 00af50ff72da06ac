namespace AsyncBasics.Lab;

/// <summary>The blocking calls of a run.</summary>
/// <param name="isVirtual">Whether nothing takes time by itself; on a real clock code runs for a while even in between.</param>
internal sealed class BlockingCalls(bool isVirtual)
{
    private static readonly TimeSpan s_slackOfRealClock = TimeSpan.FromMilliseconds(100);

    private readonly List<BlockingCall> _calls = [];

    /// <summary>
    /// What lies no further apart may be cause and effect. It is ample, since the first run of any code is slow: it has to be compiled.
    /// </summary>
    public TimeSpan Slack { get; } = isVirtual ? TimeSpan.Zero : s_slackOfRealClock;

    public void Add(Strand strand, TimeSpan start, TimeSpan duration) => _calls.Add(new BlockingCall(strand, start, start + duration));

    public void Clear() => _calls.Clear();

    public bool AnyDuring(TimeSpan start, TimeSpan end) => _calls.Exists(call => call.Start < end && call.End > start);

    /// <summary>Whether the loop was held from one moment to another by blocking calls, one after the other.</summary>
    public bool AreWithoutPause(TimeSpan start, TimeSpan end)
    {
        foreach (BlockingCall call in _calls)
        {
            if (call.Start <= start + Slack && call.End > start)
            {
                start = call.End;
            }
        }

        return start + Slack >= end;
    }

    /// <summary>
    /// The end of the blocking call at <paramref name="time"/> in code that <paramref name="strand"/> has called, and the strand that it
    /// called for that, which may have called others in its turn.
    /// </summary>
    public (Strand Inside, TimeSpan End)? FindInside(Strand strand, TimeSpan time)
    {
        foreach (BlockingCall call in _calls)
        {
            if (call.Start <= time + Slack && call.End > time && ChildOf(strand, call.Strand) is { } child)
            {
                return (child, call.End);
            }
        }

        return null;
    }

    private static Strand? ChildOf(Strand outer, Strand inner)
    {
        Strand? child = inner;
        while (child is not null && !ReferenceEquals(child.Creator, outer))
        {
            child = child.Creator;
        }

        return child;
    }

    private sealed record BlockingCall(Strand Strand, TimeSpan Start, TimeSpan End);
}
