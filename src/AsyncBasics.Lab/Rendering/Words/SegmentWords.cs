using System.Globalization;

namespace AsyncBasics.Lab;

/// <summary>Says all there is to say about a segment, for a tooltip.</summary>
internal static class SegmentWords
{
    /// <summary><c>DoTask A, 0 s to 2 s: sleeps 2 s; line 5; on the critical path</c>.</summary>
    public static string Of(Lane lane, Segment segment)
    {
        string words = $"{lane.Name}, {DurationText.Short(segment.Start)} to {DurationText.Short(segment.End)}: {Phrase(segment)}";
        words = segment.Place is { } place ? string.Create(CultureInfo.InvariantCulture, $"{words}; line {place.Line}") : words;
        return segment.IsCritical ? $"{words}; on the critical path" : words;
    }

    private static string Phrase(Segment segment) => segment.Kind switch
    {
        SegmentKind.Ready => $"ready, {segment.Text}",
        SegmentKind.Blocked when !segment.LeavesLoop => $"{segment.Text} and holds the loop",
        _ => segment.Text,
    };
}
