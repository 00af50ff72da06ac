namespace AsyncBasics.Lab;

/// <summary>Says in a sentence what happens on a lane at one time.</summary>
internal static class MomentWords
{
    private const int MostOutput = 3;

    public static string Of(MomentDraft moment)
    {
        string[] does = [.. Does(moment)];
        string name = moment.Subject.Name.Length == 0 ? "(a lane without a name)" : moment.Subject.Name;
        return does.Length switch
        {
            0 => $"{name} goes on.",
            1 => $"{name} {does[0]}.",
            _ => $"{name} {string.Join(", ", does[..^1])} and {does[^1]}.",
        };
    }

    private static IEnumerable<string> Does(MomentDraft moment)
    {
        if (moment.Begins)
        {
            yield return "begins";
        }

        if (moment.Ended is { } ended && Ended(moment, ended) is { } end)
        {
            yield return end;
        }

        foreach (string line in moment.Output.Take(MostOutput))
        {
            yield return $"writes “{line.Trim()}”";
        }

        if (moment.Output.Count > MostOutput)
        {
            yield return $"writes {moment.Output.Count - MostOutput} lines more";
        }

        if (moment.Started is { } started)
        {
            yield return Started(started, moment.StartsForGood);
        }

        if (moment.Ends)
        {
            yield return moment.Subject.State switch
            {
                FutureState.Failed => moment.Subject.Error is { } error ? $"fails with {error.TrimEnd('.')}" : "fails",
                FutureState.Cancelled => "is cancelled",
                _ => "is done",
            };
        }
    }

    private static string? Ended(MomentDraft moment, Segment segment) => (segment.Kind, segment.Target) switch
    {
        (SegmentKind.Ready, _) => $"gets its turn after {DurationText.Short(segment.Duration)}",
        (SegmentKind.Blocked, _) when !segment.LeavesLoop => "lets go of the loop",
        (SegmentKind.Running, _) => null,
        _ when moment is { Ends: true, Subject.State: FutureState.Cancelled } => null,
        (_, WaitTarget.Timer) => "wakes",
        _ => "goes on",
    };

    private static string Started(Segment segment, bool isForGood) => segment.Kind switch
    {
        SegmentKind.Ready => "could go on, but the loop is held",
        SegmentKind.Blocked => $"{(isForGood ? "blocks from here on" : segment.Text)}{(segment.LeavesLoop ? string.Empty : ": nobody else has a turn")}",
        _ => segment.Text,
    };
}
