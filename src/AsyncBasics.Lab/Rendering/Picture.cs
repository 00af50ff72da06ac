namespace AsyncBasics.Lab;

/// <summary>What a picture of a run shows, whatever it is drawn with: the lanes, and what stands around and behind them.</summary>
internal sealed record Picture
{
    /// <summary>The lanes over time.</summary>
    public required Timeline Timeline { get; init; }

    /// <summary>What stands on its left above.</summary>
    public required string Title { get; init; }

    /// <summary>How long it took and had to take, in words: what stands on its right above.</summary>
    public required IReadOnlyList<string> Summary { get; init; }

    /// <summary>Where lanes could have run.</summary>
    public IReadOnlyList<Ghost> Ghosts { get; init; } = [];

    /// <summary>The lanes that must be seen even where there is no room for all.</summary>
    public IReadOnlySet<int> Important { get; init; } = new HashSet<int>();

    /// <summary>What a lane is that has not ended when the run was over; <see langword="null"/> while it goes on.</summary>
    public string? Pending { get; init; }

    /// <summary>How much of the time at the end need not have been.</summary>
    public TimeSpan Lost { get; init; }

    public static Picture Of(Timeline timeline) => new()
    {
        Timeline = timeline,
        Title = timeline.Title,
        Summary = Header.Summary(timeline),
        Pending = timeline.IsOver ? "pending" : null,
    };

    /// <summary>The picture of a report's run; <see langword="null"/> when it has none.</summary>
    public static Picture? Of(Report report)
    {
        if (report.Timeline is not { Lanes.Count: > 0 } timeline)
        {
            return null;
        }

        double lost = report.CriticalPathSeconds is { } needed && report.Outcome == Outcome.Finished ? report.MakespanSeconds - needed : 0;
        return new Picture
        {
            Timeline = timeline,
            Title = ReportSummary.Title(report),
            Summary = ReportSummary.Times(report),
            Ghosts = [.. report.Findings.SelectMany(finding => finding.Ghosts).Where(ghost => IsIn(ghost, timeline)).Distinct()],
            Pending = report.Outcome switch
            {
                Outcome.Deadlock => "stands still",
                Outcome.Limit or Outcome.Exited or Outcome.Crashed => "cut off",
                _ => timeline.IsOver ? "pending" : null,
            },
            Important = report.Findings.SelectMany(finding => finding.Lanes).ToHashSet(),
            Lost = TimeSpan.FromSeconds(Math.Clamp(lost, 0, report.MakespanSeconds)),
        };
    }

    /// <summary>How a lane ended, in a word, unless well; of what goes on by itself to the end nothing is said.</summary>
    public string EndOf(Lane lane) => lane.State switch
    {
        FutureState.Failed => "failed",
        FutureState.Cancelled => "cancelled",
        FutureState.Pending when Pending is not null and not "pending" || lane is { IsTask: true, Parent: not null } => Pending ?? string.Empty,
        _ => string.Empty,
    };

    private static bool IsIn(Ghost ghost, Timeline timeline) =>
        ghost.Lane >= 0 && ghost.Lane < timeline.Lanes.Count && ghost.Start < ghost.End;
}
