namespace AsyncBasics.Lab;

/// <summary>The picture in words, for those who do not see it: a sentence about the whole, then one for each lane.</summary>
public static class TimelineWords
{
    private const int MostDetails = 6;

    /// <summary>Describes <paramref name="timeline"/>.</summary>
    /// <returns>The sentences: first how long it took and had to take, then the lanes in their order.</returns>
    public static IReadOnlyList<string> Describe(Timeline timeline)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        return Describe(timeline, timeline.IsOver ? "goes on after that" : "is not done yet");
    }

    /// <param name="timeline">What to describe.</param>
    /// <param name="pending">What is said of a lane that has not ended.</param>
    internal static IReadOnlyList<string> Describe(Timeline timeline, string pending)
    {
        string whole = string.Join(" and ", Header.Summary(timeline));
        string title = timeline.Title.Length == 0 ? "It" : $"{timeline.Title}:";
        return [$"{title} {whole}.", .. timeline.Lanes.Select(lane => Sentence(lane, pending))];
    }

    private static string Sentence(Lane lane, string pending)
    {
        string begin = $"begins at {DurationText.Short(lane.Start)}";
        string[] parts = [begin, .. Details(lane), End(lane, pending)];
        string all = $"{string.Join(", ", parts[..^1])} and {parts[^1]}";
        return lane.IsCritical ? $"{lane.Name} {all}; it is on the critical path." : $"{lane.Name} {all}.";
    }

    private static IEnumerable<string> Details(Lane lane)
    {
        if (lane.Segments.Count > MostDetails)
        {
            // Of many small things the sums say more.
            return [LaneWords.Of(lane)];
        }

        return lane.Segments.Select(segment => Detail(segment, goesOn: lane.State == FutureState.Pending && segment.End == lane.End));
    }

    private static string Detail(Segment segment, bool goesOn) => (segment.Kind, segment.Target) switch
    {
        (SegmentKind.Ready, _) => $"is {segment.Text}",
        (SegmentKind.Waiting, not WaitTarget.Timer) when !goesOn => $"{segment.Text} until {DurationText.Short(segment.End)}",
        _ => segment.Text,
    };

    private static string End(Lane lane, string pending)
    {
        string at = $"at {DurationText.Short(lane.End)}";
        return lane.State switch
        {
            FutureState.Succeeded => $"is done {at}",
            FutureState.Failed => lane.Error is null ? $"fails {at}" : $"fails {at} with {lane.Error.TrimEnd('.')}",
            FutureState.Cancelled => $"is cancelled {at}",
            _ => pending,
        };
    }
}
