using AsyncBasics.Lab;

namespace AsyncBasics.Course;

/// <summary>There is a moment at which all lanes that match wait.</summary>
/// <param name="Patterns">The names of the lanes; each must match at least one.</param>
public sealed record OverlapPredicate(IReadOnlyList<Pattern> Patterns) : Predicate
{
    /// <inheritdoc/>
    public override string? Refute(Report report)
    {
        if (MatchingLanes.Missing(report, Patterns) is { } missing)
        {
            return missing;
        }

        IReadOnlyList<Lane> lanes = MatchingLanes.Find(report, Patterns);
        if (lanes.Count < 2)
        {
            return $"Only {lanes[0].Name} ran.";
        }

        List<(TimeSpan Start, TimeSpan End)>[] waits = [.. lanes.Select(Waits)];
        List<(TimeSpan Start, TimeSpan End)> shared = waits.Aggregate(Common);
        return shared.Count > 0
            ? null
            : $"They never wait together: {MatchingLanes.Listed([.. lanes.Zip(waits, InWords)])}.";
    }

    private static List<(TimeSpan Start, TimeSpan End)> Waits(Lane lane)
    {
        List<(TimeSpan Start, TimeSpan End)> waits = [];
        foreach (Segment segment in lane.Segments.Where(segment => segment.Kind == SegmentKind.Waiting && segment.Duration > TimeSpan.Zero))
        {
            if (waits.Count > 0 && waits[^1].End == segment.Start)
            {
                waits[^1] = (waits[^1].Start, segment.End);
            }
            else
            {
                waits.Add((segment.Start, segment.End));
            }
        }

        return waits;
    }

    private static List<(TimeSpan Start, TimeSpan End)> Common(
        List<(TimeSpan Start, TimeSpan End)> one, List<(TimeSpan Start, TimeSpan End)> other) =>
        [.. from a in one
            from b in other
            let start = a.Start > b.Start ? a.Start : b.Start
            let end = a.End < b.End ? a.End : b.End
            where start < end
            select (start, end)];

    private static string InWords(Lane lane, List<(TimeSpan Start, TimeSpan End)> waits)
    {
        string[] times = [.. waits.Select(wait => $"{Bounds.Number(wait.Start.TotalSeconds)}–{Bounds.Number(wait.End.TotalSeconds)} s")];
        return times.Length == 0 ? $"{lane.Name} never waits" : $"{lane.Name} waits {string.Join(" and ", times)}";
    }
}
