using AsyncBasics.Lab;

namespace AsyncBasics.Course;

/// <summary>The lanes of a run that a check speaks of.</summary>
internal static class MatchingLanes
{
    private const int Enough = 8;

    /// <summary>The lanes whose names match, in the order of the timeline.</summary>
    public static IReadOnlyList<Lane> Find(Report report, Pattern pattern) =>
        [.. All(report).Where(lane => pattern.Matches(lane.Name))];

    /// <summary>The lanes that match any of the patterns, in the order of the timeline.</summary>
    public static IReadOnlyList<Lane> Find(Report report, IEnumerable<Pattern> patterns) =>
        [.. All(report).Where(lane => patterns.Any(pattern => pattern.Matches(lane.Name)))];

    /// <summary>The first pattern that no lane matches, in a sentence; <see langword="null"/> when there is none.</summary>
    public static string? Missing(Report report, IEnumerable<Pattern> patterns)
    {
        Pattern? missing = patterns.FirstOrDefault(pattern => Find(report, pattern).Count == 0);
        return missing is null ? null : Missing(report, missing);
    }

    /// <summary>That no lane matches a pattern, and which lanes there are.</summary>
    public static string Missing(Report report, Pattern pattern)
    {
        string[] names = [.. All(report).Select(lane => lane.Name).Distinct()];
        string all = names.Length == 0 ? "nothing ran" : $"what ran is {Listed(names)}";
        return $"Nothing named {pattern.Text} ran; {all}.";
    }

    /// <summary>When its code ran first; when it was made, where that is not known.</summary>
    public static double BeginOf(Lane lane) => (lane.Steps.Count > 0 ? lane.Steps[0] : lane.Start).TotalSeconds;

    /// <summary>When it ended.</summary>
    public static double EndOf(Lane lane) => lane.End.TotalSeconds;

    /// <summary>Names or sentences in a row, not too many.</summary>
    public static string Listed(IReadOnlyCollection<string> items) =>
        items.Count <= Enough ? string.Join(", ", items) : $"{string.Join(", ", items.Take(Enough))} and {items.Count - Enough} more";

    /// <summary>From when to when a lane lived: <c>DoTask A 0–2 s</c>.</summary>
    public static string Span(Lane lane) => $"{lane.Name} {Bounds.Number(BeginOf(lane))}–{Bounds.Number(EndOf(lane))} s";

    private static IReadOnlyList<Lane> All(Report report) => report.Timeline?.Lanes ?? [];
}
