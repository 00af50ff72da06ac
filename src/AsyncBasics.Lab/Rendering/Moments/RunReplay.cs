namespace AsyncBasics.Lab;

/// <summary>A run as a series of moments, to be stepped through.</summary>
/// <param name="Moments">The moments in order.</param>
/// <param name="Output">What the program wrote, line by line, in the order in which the moments show it.</param>
public sealed record RunReplay(IReadOnlyList<Moment> Moments, IReadOnlyList<string> Output)
{
    private const int MostMoments = 5000;

    /// <summary>Of a run that came to a standstill, what keeps each lane that has not ended; its last moment tells it as a chain.</summary>
    public IReadOnlyList<StuckLane> Stuck { get; init; } = [];

    /// <summary>The replay of a report's run; without moments when there was none.</summary>
    public static RunReplay Of(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Timeline is not { } timeline)
        {
            return new RunReplay([], []);
        }

        MomentDraft[] drafts = [.. MomentOrder.Sort(MomentDraft.Of(timeline)).Take(MostMoments)];
        RunReplay replay = MomentOutput.Assign(drafts, timeline, report.Stdout);
        if (timeline.Lanes.Count == 0 || ClosingOf(report, timeline) is not { } closing)
        {
            return replay;
        }

        TimeSpan last = replay.Moments[^1].Time;
        Moment end = new(last > timeline.Took ? last : timeline.Took, 0, closing) { Place = report.Place, LinesWritten = replay.Output.Count };
        return replay with
        {
            Moments = [.. replay.Moments, end],
            Stuck = report.Outcome == Outcome.Deadlock ? [.. Standstill.Of(timeline)] : [],
        };
    }

    /// <summary>What ends a run from outside, or that nobody can go on, is no step of any lane.</summary>
    private static string? ClosingOf(Report report, Timeline timeline) => report.Outcome switch
    {
        Outcome.Deadlock => string.Join("; ", ["Nobody can go on any more", .. Standstill.Chain(timeline)]) + ".",
        Outcome.Limit or Outcome.Exited or Outcome.Crashed => ReportSummary.Ending(report),
        _ => null,
    };
}
