using System.Text;
using AsyncBasics.Lab;

namespace AsyncBasics.Cli;

/// <summary>What is known of a run that goes on, in case that it ends without a word.</summary>
/// <param name="request">What was asked for.</param>
internal sealed class KnownRun(RunRequest request)
{
    private readonly StringBuilder _output = new();
    private Report? _report;

    /// <summary>How it was to be run.</summary>
    public RunOptions Options => request.Options;

    /// <summary>A report on it has come, so far.</summary>
    public void Learn(Report report) => _report = report;

    /// <summary>It wrote something.</summary>
    public void Output(string text) => _output.Append(text);

    /// <summary>The report on a run that was ended from outside, since it did not end itself.</summary>
    public Report Stopped(bool wasAsked) => _report is null && !wasAsked
        ? Ended(Outcome.Crashed, "The program could not be compiled within a minute, and was given up.")
        : Ended(
            Outcome.Limit,
            wasAsked
                ? "The program was stopped from outside, in the middle of something that could not be interrupted."
                : $"The program was stopped after {Options.Limits.WallTime.TotalSeconds:0.##} s of real time, in the middle of something that could not be interrupted.",
            RunLimit.WallTime);

    /// <summary>The report on a run that ended in some way that no host could tell any more.</summary>
    public Report Ended(Outcome outcome, string message, RunLimit? limit = null, string errors = "", int? exitCode = null)
    {
        Report known = _report ?? new Report
        {
            Program = request.Files[0].Name,
            Dialect = Lab.Dialect.Tasks,
            Outcome = outcome,
            IsVirtual = Options.IsVirtual,
            Files = request.Files,
        };
        return known with
        {
            Outcome = outcome,
            Limit = limit,
            Message = message,
            CriticalPathSeconds = null,
            Stdout = _output.ToString(),
            Stderr = known.Stderr + errors,
            ExitCode = exitCode,
        };
    }
}
