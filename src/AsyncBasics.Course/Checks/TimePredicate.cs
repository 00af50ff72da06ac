using AsyncBasics.Lab;

namespace AsyncBasics.Course;

/// <summary>A time that can be read off a whole run.</summary>
public enum RunTime
{
    /// <summary>How long it took.</summary>
    Makespan,

    /// <summary>How long it had to take.</summary>
    Needed,

    /// <summary>For how long in all somebody held the loop.</summary>
    Blocked,
}

/// <summary>A time of the whole run lies within bounds.</summary>
/// <param name="Time">Which time.</param>
/// <param name="Bounds">The bounds, in virtual seconds.</param>
public sealed record TimePredicate(RunTime Time, Bounds Bounds) : Predicate
{
    /// <inheritdoc/>
    public override string? Refute(Report report)
    {
        double seconds = Measure(report);
        if (Bounds.Contain(seconds))
        {
            return null;
        }

        string measured = $"{Bounds.Number(seconds)} s";
        string asked = $"asked for is {Bounds.InWords(" s")}";
        return Time switch
        {
            RunTime.Makespan => $"The run took {measured}; {asked}.",
            RunTime.Needed => $"The run had to take {measured}; {asked}.",
            _ => $"The loop was held for {measured}{Blockers(report)}; {asked}.",
        };
    }

    private double Measure(Report report) => Time switch
    {
        RunTime.Makespan => report.MakespanSeconds,
        RunTime.Needed => report.CriticalPathSeconds ?? report.MakespanSeconds,
        _ => BlockedSegments(report).Sum(blocked => blocked.Segment.Duration.TotalSeconds),
    };

    private static string Blockers(Report report)
    {
        string[] names = [.. BlockedSegments(report).Select(blocked => blocked.Lane.Name).Distinct()];
        return names.Length == 0 ? string.Empty : $" by {MatchingLanes.Listed(names)}";
    }

    private static IEnumerable<(Lane Lane, Segment Segment)> BlockedSegments(Report report) =>
        from lane in report.Timeline?.Lanes ?? []
        from segment in lane.Segments
        where segment.Kind == SegmentKind.Blocked
        select (lane, segment);
}
