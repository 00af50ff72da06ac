namespace AsyncBasics.Lab;

/// <summary>Says in a few words what a lane does, for the room beside it.</summary>
internal static class LaneWords
{
    public static string Of(Lane lane, bool isOver, bool sayCritical)
    {
        IEnumerable<string> phrases = lane.Segments
            .GroupBy(segment => (segment.Kind, segment.Target))
            .Select(group => Phrase(group.Key.Kind, group.Key.Target, [.. group]));
        string end = lane.State switch
        {
            FutureState.Failed => "failed",
            FutureState.Cancelled => "cancelled",
            FutureState.Pending when isOver && lane is { IsTask: true, Parent: not null } => "pending",
            _ => string.Empty,
        };
        string words = string.Join(", ", phrases.Append(end).Where(phrase => phrase.Length > 0));
        return sayCritical && lane.IsCritical ? $"{words}  critical".TrimStart() : words;
    }

    private static string Phrase(SegmentKind kind, WaitTarget target, Segment[] segments)
    {
        string[] texts = [.. segments.Select(segment => segment.Text).Distinct()];
        string total = DurationText.Short(TimeSpan.FromTicks(segments.Sum(segment => segment.Duration.Ticks)));
        return (kind, target) switch
        {
            (SegmentKind.Running, _) => $"runs {total}",
            (SegmentKind.Ready, _) => $"starved {total}",
            _ when segments.Length == 1 => texts[0],
            (SegmentKind.Blocked, _) => $"blocks {total}",
            (_, WaitTarget.Timer) => $"sleeps {segments.Length} times, {total}",
            _ when texts.Length == 1 => texts[0],
            (_, WaitTarget.Lanes) => $"awaits {texts.Length} in turn",
            _ => $"waits {segments.Length} times, {total}",
        };
    }
}
