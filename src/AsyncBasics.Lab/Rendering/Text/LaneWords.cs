namespace AsyncBasics.Lab;

/// <summary>Says in a few words what a lane does, for the room beside it.</summary>
internal static class LaneWords
{
    /// <summary>What it does, in a few words.</summary>
    public static string Of(Lane lane) => string.Join(", ", Phrases(lane));

    /// <summary>
    /// What it does, how it ended unless well, and whether it is critical, as far as it fits: what the marks in the picture say as well is
    /// left out first.
    /// </summary>
    public static string Fitting(Lane lane, string end, bool sayCritical, int width) =>
        Candidates(lane, end, sayCritical).FirstOrDefault(words => DisplayText.WidthOf(words) <= width)
        ?? Candidates(lane, end, sayCritical).Last();

    private static IEnumerable<string> Candidates(Lane lane, string end, bool sayCritical)
    {
        string[] does = [.. Phrases(lane)];
        string doesAndEnds = string.Join(", ", does.Append(end).Where(phrase => phrase.Length > 0));
        if (sayCritical && lane.IsCritical)
        {
            yield return $"{doesAndEnds}  critical".TrimStart();
        }

        yield return doesAndEnds;
        if (does.Length > 0)
        {
            yield return string.Join(", ", does);
        }

        for (int count = does.Length - 1; count > 0; count--)
        {
            yield return $"{string.Join(", ", does[..count])}, …";
        }
    }

    private static IEnumerable<string> Phrases(Lane lane) => lane.Segments
        .GroupBy(segment => (segment.Kind, segment.Target))
        .Select(group => Phrase(group.Key.Kind, group.Key.Target, [.. group]));

    private static string Phrase(SegmentKind kind, WaitTarget target, Segment[] segments)
    {
        string[] texts = [.. segments.Select(segment => segment.Text).Distinct()];
        string total = DurationText.Short(TimeSpan.FromTicks(segments.Sum(segment => segment.Duration.Ticks)));
        return (kind, target) switch
        {
            _ when segments.Length == 1 => texts[0],
            (SegmentKind.Running, _) => $"runs {total}",
            (SegmentKind.Ready, _) => $"starved {total}",
            (SegmentKind.Blocked, _) => $"blocks {total}",
            (_, WaitTarget.Timer) => $"sleeps {segments.Length} times, {total}",
            _ when texts.Length == 1 => texts[0],
            (_, WaitTarget.Lanes) => $"awaits {texts.Length} in turn",
            (_, WaitTarget.Call) => $"calls {texts.Length} in turn",
            _ => $"waits {segments.Length} times, {total}",
        };
    }
}
