using AsyncBasics.Lab;

namespace AsyncBasics.Course;

/// <summary>Each matching lane ends before the next one begins.</summary>
/// <param name="Patterns">The names of the lanes, in order; lanes that match the same pattern stand in the order in which they began.</param>
public sealed record SequentialPredicate(IReadOnlyList<Pattern> Patterns) : Predicate
{
    private const double Rounding = 0.001;

    /// <inheritdoc/>
    public override string? Refute(Report report)
    {
        if (MatchingLanes.Missing(report, Patterns) is { } missing)
        {
            return missing;
        }

        Lane[] lanes = [.. Patterns.SelectMany(pattern => MatchingLanes.Find(report, pattern).OrderBy(MatchingLanes.BeginOf))];
        for (int i = 1; i < lanes.Length; i++)
        {
            if (MatchingLanes.EndOf(lanes[i - 1]) > MatchingLanes.BeginOf(lanes[i]) + Rounding)
            {
                return $"{lanes[i].Name} begins at {Bounds.Number(MatchingLanes.BeginOf(lanes[i]))} s, "
                    + $"and {lanes[i - 1].Name} ends at {Bounds.Number(MatchingLanes.EndOf(lanes[i - 1]))} s.";
            }
        }

        return null;
    }
}

/// <summary>So many lanes have a name.</summary>
/// <param name="Pattern">The name.</param>
/// <param name="Bounds">How many there are to be.</param>
public sealed record LaneCountPredicate(Pattern Pattern, Bounds Bounds) : Predicate
{
    /// <inheritdoc/>
    public override string? Refute(Report report)
    {
        int count = MatchingLanes.Find(report, Pattern).Count;
        return Bounds.Contain(count) ? null
            : count == 0 ? MatchingLanes.Missing(report, Pattern)
            : $"{Pattern.Text} ran {(count == 1 ? "once" : $"{count} times")}; asked for is {Bounds.InWords(string.Empty)}.";
    }
}

/// <summary>So many of the matching lanes, at the most crowded moment, are under way together.</summary>
/// <param name="Pattern">The name of the lanes.</param>
/// <param name="Bounds">How many may and must be.</param>
public sealed record AtOncePredicate(Pattern Pattern, Bounds Bounds) : Predicate
{
    /// <inheritdoc/>
    public override string? Refute(Report report)
    {
        IReadOnlyList<Lane> lanes = MatchingLanes.Find(report, Pattern);
        if (lanes.Count == 0)
        {
            return MatchingLanes.Missing(report, Pattern);
        }

        // The crowd grows only where somebody begins, so those are the moments to look at.
        (double moment, int crowd) = lanes
            .Select(lane => (Moment: MatchingLanes.BeginOf(lane), Crowd: lanes.Count(other => IsUnderWay(other, MatchingLanes.BeginOf(lane)))))
            .MaxBy(pair => pair.Crowd);
        return Bounds.Contain(crowd)
            ? null
            : $"At {Bounds.Number(moment)} s {crowd} of {Pattern.Text} are under way; asked for is {Bounds.InWords(string.Empty)}.";
    }

    private static bool IsUnderWay(Lane lane, double moment) => MatchingLanes.BeginOf(lane) <= moment && moment < MatchingLanes.EndOf(lane);
}

/// <summary>The matching lanes begin, or end, at a certain time.</summary>
/// <param name="Pattern">The name of the lanes.</param>
/// <param name="IsEnd">Whether it is about their end.</param>
/// <param name="Bounds">The time, in virtual seconds since the beginning.</param>
public sealed record LaneMomentPredicate(Pattern Pattern, bool IsEnd, Bounds Bounds) : Predicate
{
    /// <inheritdoc/>
    public override string? Refute(Report report)
    {
        IReadOnlyList<Lane> lanes = MatchingLanes.Find(report, Pattern);
        if (lanes.Count == 0)
        {
            return MatchingLanes.Missing(report, Pattern);
        }

        Lane? wrong = lanes.FirstOrDefault(lane => !Bounds.Contain(Moment(lane)));
        return wrong is null
            ? null
            : $"{wrong.Name} {(IsEnd ? "ends" : "begins")} at {Bounds.Number(Moment(wrong))} s; asked for is {Bounds.InWords(" s")}.";
    }

    private double Moment(Lane lane) => IsEnd ? MatchingLanes.EndOf(lane) : MatchingLanes.BeginOf(lane);
}

/// <summary>For each pattern there is a lane that ended in a certain way; or, turned around, there is none.</summary>
/// <param name="Patterns">The names of the lanes.</param>
/// <param name="State">The way.</param>
/// <param name="IsForbidden">Whether no lane may have ended so.</param>
public sealed record LaneStatePredicate(IReadOnlyList<Pattern> Patterns, FutureState State, bool IsForbidden) : Predicate
{
    /// <inheritdoc/>
    public override string? Refute(Report report) => IsForbidden ? Forbidden(report) : Patterns.Select(pattern => Wanted(report, pattern))
        .FirstOrDefault(sentence => sentence is not null);

    private string? Forbidden(Report report)
    {
        Lane? wrong = MatchingLanes.Find(report, Patterns).FirstOrDefault(lane => lane.State == State);
        return wrong is null ? null : HowItEnded(wrong);
    }

    private string? Wanted(Report report, Pattern pattern)
    {
        IReadOnlyList<Lane> lanes = MatchingLanes.Find(report, pattern);
        return lanes.Count == 0 ? MatchingLanes.Missing(report, pattern)
            : lanes.Any(lane => lane.State == State) ? null
            : HowItEnded(lanes[0]);
    }

    private static string HowItEnded(Lane lane)
    {
        string end = $"at {Bounds.Number(MatchingLanes.EndOf(lane))} s";
        return lane.State switch
        {
            FutureState.Succeeded => $"{lane.Name} came to its end {end}.",
            FutureState.Failed => $"{lane.Name} failed {end}{(lane.Error is null ? string.Empty : $" with {lane.Error.TrimEnd('.')}")}.",
            FutureState.Cancelled => $"{lane.Name} was cancelled {end}.",
            _ => $"{lane.Name} was still pending {end}.",
        };
    }
}
