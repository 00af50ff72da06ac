using System.Globalization;

namespace AsyncBasics.Lab;

/// <summary>Tells in a report what a run has brought.</summary>
internal static class RunReport
{
    private static readonly string s_tooManyLanes = string.Create(
        CultureInfo.InvariantCulture, $"Only the first {LaneLayout.MostLanes:N0} calls and tasks have a lane in the picture.");

    /// <summary>A program's report with one of its runs.</summary>
    public static Report WithRun(Report report, ProgramRun run)
    {
        Timeline timeline = WithoutCutOffs(Timeline.From(run.Trace, report.Program));
        return report with
        {
            Outcome = run.Ending?.Outcome ?? Outcome.Finished,
            Limit = run.Ending?.Limit,
            Message = MessageOf(run, timeline),
            Place = run.Ending?.Place,
            IsVirtual = run.Trace.IsVirtual,
            MakespanSeconds = timeline.Took.TotalSeconds,
            CriticalPathSeconds = timeline.HadToTake?.TotalSeconds,
            Stdout = run.Stdout,
            Stderr = run.Stderr,
            Notes = timeline.Lanes.Count < LaneLayout.MostLanes ? run.Notes : [.. run.Notes, s_tooManyLanes],
            ExitCode = run.Ending?.ExitCode ?? run.ExitCode,
            Timeline = timeline,
        };
    }

    private static string? MessageOf(ProgramRun run, Timeline timeline) => run.Ending is { Outcome: Outcome.Deadlock } deadlock
        ? string.Join(' ', [deadlock.Message, .. Standstill.Chain(timeline).Select(link => $"{link}.")])
        : run.Ending?.Message;

    /// <summary>What ends a program from outside passes through its lanes as an exception, but none of them failed: they were cut off.</summary>
    private static Timeline WithoutCutOffs(Timeline timeline) => timeline with
    {
        Lanes =
        [
            .. timeline.Lanes.Select(lane => lane.State == FutureState.Failed && IsCutOff(lane.Error)
                ? lane with { State = FutureState.Pending, Error = null }
                : lane),
        ],
    };

    private static bool IsCutOff(string? error) => error is not null
        && (error.StartsWith($"{nameof(LimitExceededException)}:", StringComparison.Ordinal)
            || error.StartsWith($"{nameof(ProgramExitedException)}:", StringComparison.Ordinal));
}
