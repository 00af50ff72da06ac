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
    private bool _hasBegun;

    /// <summary>How it was to be run.</summary>
    public RunOptions Options => request.Options;

    /// <summary>It was compiled, and runs.</summary>
    public void Begin() => _hasBegun = true;

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

        if (!_hasBegun)
        {
            return wasAsked ? Ended(Outcome.Limit, "The program was stopped from outside before it had begun.")
                : Ended(Outcome.Limit, "The program was stopped before it had begun: it took too long to compile.", RunLimit.WallTime);
        }

        const string Where = "in the middle of something that could not be interrupted";
        return wasAsked ? Ended(Outcome.Limit, $"The program was stopped from outside, {Where}.")
            : Ended(
                Outcome.Limit,
                $"The program was stopped after {Options.Limits.WallTime.TotalSeconds:0.##} s of real time, {Where}.",
                RunLimit.WallTime);
    }

    /// <summary>The stack of its process overflowed.</summary>
    public Report StackOverflowed(string errors) => Ended(
        Outcome.Limit,
        _hasBegun
            ? "The stack overflowed: something calls itself without an end. It was in code that the lab does not watch, so the process died of it."
            : "The compiler's stack overflowed: something in this program is nested too deeply for it.",
        RunLimit.StackDepth,
        errors);

    private Report Unread() => new()
    {
        Program = request.Files[0].Name,
        Dialect = Lab.Dialect.Tasks,
        Outcome = Outcome.NotRun,
        Files = request.Files,
    };

    /// <summary>The report on a run that ended in some way that no host could tell any more.</summary>
    public Report Ended(Outcome outcome, string message, RunLimit? limit = null, string errors = "", int? exitCode = null)
    {
        // When nothing has come, what can be said of the program without running it is still worth saying, unless the compiler could not
        // even read it: it could not do so here either.
        Report known = _report ?? (_hasBegun ? Laboratory.Check(request.Files) : Unread()) with { IsVirtual = Options.IsVirtual };
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
