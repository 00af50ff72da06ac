using System.Text;
using AsyncBasics.Lab;

namespace AsyncBasics.Cli;

/// <summary>What is known of a run that goes on, in case that it ends without a word.</summary>
/// <param name="request">What was asked for.</param>
internal sealed class KnownRun(RunRequest request)
{
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errorOutput = new();
    private Report? _report;

    /// <summary>How it was to be run.</summary>
    public RunOptions Options => request.Options;

    /// <summary>A report on it has come, so far.</summary>
    public void Learn(Report report) => _report = report;

    /// <summary>It wrote something.</summary>
    public void Output(string text) => _output.Append(text);

    /// <summary>It wrote something to standard error.</summary>
    public void ErrorOutput(string text) => _errorOutput.Append(text);

    /// <summary>The report on a run that did not end itself, and was killed.</summary>
    public Report Stopped(bool wasAsked)
    {
        if (_report is { Limit: not null, Message: { } message } stuck)
        {
            return Ended(Outcome.Limit, message, stuck.Limit);
        }

        const string Where = "in the middle of something that could not be interrupted";
        return wasAsked ? Ended(Outcome.Limit, $"The program was stopped from outside, {Where}.")
            : Ended(
                Outcome.Limit,
                $"The program was stopped after {Options.Limits.WallTime.TotalSeconds:0.##} s of real time, {Where}.",
                RunLimit.WallTime);
    }

    /// <summary>The report on a run that ended in some way that no host could tell any more.</summary>
    public Report Ended(Outcome outcome, string message, RunLimit? limit = null, string errors = "", int? exitCode = null)
    {
        // When nothing has come, what can be said of the program without running it is still worth saying.
        Report known = _report ?? Laboratory.Check(request.Files) with { IsVirtual = Options.IsVirtual };
        return known with
        {
            Outcome = outcome,
            Limit = limit,
            Message = message,
            CriticalPathSeconds = null,
            Stdout = _output.ToString(),
            Stderr = _errorOutput.ToString() + errors,
            ExitCode = exitCode,
        };
    }
}
