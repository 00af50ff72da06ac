namespace AsyncBasics.Lab;

/// <summary>A run as a series of moments, to be stepped through.</summary>
/// <param name="Moments">The moments in order.</param>
/// <param name="Output">What the program wrote, line by line, in the order in which the moments show it.</param>
public sealed record RunReplay(IReadOnlyList<Moment> Moments, IReadOnlyList<string> Output)
{
    private const int MostMoments = 5000;

    /// <summary>The replay of a report's run; without moments when there was none.</summary>
    public static RunReplay Of(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Timeline is not { } timeline)
        {
            return new RunReplay([], []);
        }

        MomentDraft[] drafts = [.. MomentOrder.Sort(MomentDraft.Of(timeline)).Take(MostMoments)];
        return MomentOutput.Assign(drafts, timeline, report.Stdout);
    }
}
