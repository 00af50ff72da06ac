using AsyncBasics.Lab;

namespace AsyncBasics.Course;

/// <summary>The run ended in a certain way.</summary>
/// <param name="Outcome">The way.</param>
public sealed record OutcomePredicate(Outcome Outcome) : Predicate
{
    /// <inheritdoc/>
    public override string? Refute(Report report) => report.Outcome == Outcome ? null : HowItEnded(report);

    /// <summary>How a run ended, in a sentence.</summary>
    internal static string HowItEnded(Report report)
    {
        string how = report.Outcome switch
        {
            Outcome.Finished => "The program came to its end",
            Outcome.Failed => "An exception ended the program",
            Outcome.Deadlock => "The program stood still for ever",
            Outcome.Limit => "The program was stopped",
            Outcome.Exited => "The program ended its own process",
            Outcome.Crashed => "The process of the program died",
            Outcome.CompileError => "The program does not compile",
            _ => "The program did not run",
        };
        string where = report.Place is { } place && report.Outcome != Outcome.Finished ? $" (line {place.Line})" : string.Empty;
        string message = report.Message?.TrimEnd('.') ?? string.Empty;
        // Some messages say by themselves what happened to the program.
        return message.Length == 0 ? $"{how}{where}."
            : message.StartsWith("The program ", StringComparison.Ordinal) ? $"{message}{where}."
            : $"{how}{where}: {message}.";
    }
}

/// <summary>The program is written in a certain dialect.</summary>
/// <param name="Dialect">The dialect.</param>
public sealed record DialectPredicate(Dialect Dialect) : Predicate
{
    /// <inheritdoc/>
    public override string? Refute(Report report) => report.Dialect == Dialect ? null : report.Dialect switch
    {
        Dialect.Coroutines => "The program is written in coroutines of the loop.",
        _ => "The program is written in plain tasks.",
    };
}

/// <summary>The program returned a certain number.</summary>
/// <param name="Code">The number.</param>
public sealed record ExitCodePredicate(int Code) : Predicate
{
    /// <inheritdoc/>
    public override string? Refute(Report report) =>
        (report.ExitCode ?? 0) == Code ? null : $"The program returned {report.ExitCode ?? 0}, not {Code}.";
}
