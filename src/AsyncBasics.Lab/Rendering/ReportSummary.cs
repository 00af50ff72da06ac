using System.Globalization;

namespace AsyncBasics.Lab;

/// <summary>The shortest words about a report: how it ended, after how long, and how much was found.</summary>
internal static class ReportSummary
{
    /// <summary>The program's name as a title: of a path from the root only its end.</summary>
    public static string Title(Report report) =>
        Path.IsPathRooted(report.Program) ? report.Program[(report.Program.LastIndexOfAny(['/', '\\']) + 1)..] : report.Program;

    /// <summary>All of it, to be joined.</summary>
    public static IEnumerable<string> Parts(Report report)
    {
        if (report.Outcome == Outcome.CompileError)
        {
            return [$"{Count(report.Diagnostics.Count(message => message.IsError), "error")}: it could not be compiled"];
        }

        return report.Outcome == Outcome.NotRun
            ? ["looked at, not run", Findings(report)]
            : [.. Times(report), Findings(report)];
    }

    /// <summary>How long it took and had to take.</summary>
    public static IReadOnlyList<string> Times(Report report)
    {
        string took = $"{Verb(report)} {DurationText.Total(TimeSpan.FromSeconds(report.MakespanSeconds))}";
        return report.CriticalPathSeconds is { } needed && report.Outcome == Outcome.Finished
            ? [took, $"had to take {DurationText.Total(TimeSpan.FromSeconds(needed))}"]
            : [took];
    }

    /// <summary>How it ended, in one sentence; <see langword="null"/> when it just finished, or was not to be run.</summary>
    public static string? Ending(Report report) => report.Outcome switch
    {
        Outcome.Finished or Outcome.NotRun => null,
        _ when report.Message is { Length: > 0 } message => message,
        Outcome.Failed => "An exception left the program.",
        Outcome.Deadlock => "Nobody can go on: everybody waits for somebody.",
        Outcome.Limit => $"It was stopped: it went past its limit of {LimitName(report.Limit)}.",
        Outcome.Exited => "It ended its own process.",
        Outcome.Crashed => "The process that ran it died.",
        _ => "It could not be compiled.",
    };

    private static string Findings(Report report) => report.Findings.Count == 0 ? "no findings" : Count(report.Findings.Count, "finding");

    private static string Verb(Report report) => report.Outcome switch
    {
        Outcome.Failed => "failed after",
        Outcome.Deadlock => "stands still after",
        Outcome.Limit => "stopped after",
        Outcome.Exited => "ended itself after",
        Outcome.Crashed => "crashed after",
        _ => "took",
    };

    private static string LimitName(RunLimit? limit) => limit switch
    {
        RunLimit.WallTime => "real time",
        RunLimit.VirtualTime => "virtual time",
        RunLimit.Steps => "steps",
        RunLimit.Output => "output",
        RunLimit.Memory => "memory",
        RunLimit.StackDepth => "stack depth",
        _ => "resources",
    };

    private static string Count(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? string.Empty : "s")}");
}
