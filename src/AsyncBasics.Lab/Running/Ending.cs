using System.Globalization;

namespace AsyncBasics.Lab;

/// <summary>How a run ended that did not come to its own end.</summary>
/// <param name="Outcome">How.</param>
/// <param name="Message">In one sentence.</param>
/// <param name="Place">Where, as far as that is known.</param>
internal sealed record Ending(Outcome Outcome, string Message, SourcePlace? Place)
{
    /// <summary>Which limit it went past.</summary>
    public RunLimit? Limit { get; init; }

    /// <summary>With which number it ended itself.</summary>
    public int? ExitCode { get; init; }

    /// <summary>The ending that an exception stands for which has left the program.</summary>
    /// <param name="error">The exception.</param>
    /// <param name="program">The program.</param>
    /// <param name="files">The names of its files.</param>
    public static Ending Of(Exception error, RunningProgram program, IReadOnlyList<string> files) => error switch
    {
        LimitExceededException limit => new(Outcome.Limit, limit.Message, program.Place) { Limit = limit.Limit },
        RunStoppedException => new(Outcome.Limit, error.Message, program.Place),
        OutOfMemoryException => new(Outcome.Limit, "The program was stopped when it had used up its memory.", PlaceOf(error, program, files))
        {
            Limit = RunLimit.Memory,
        },
        InsufficientExecutionStackException => new(
            Outcome.Limit, "The program was stopped before its calls overflowed the stack.", PlaceOf(error, program, files))
        {
            Limit = RunLimit.StackDepth,
        },
        ProgramExitedException exit => new(Outcome.Exited, exit.Message, program.Place) { ExitCode = exit.ExitCode },
        ProcessTerminatedException { InnerException: { } inner } => new(
            Outcome.Failed, $"{error.Message} ({inner.GetType().FullName}: {inner.Message})", program.Place),
        ProcessTerminatedException => new(Outcome.Failed, error.Message, program.Place),
        StageDeadlockException { Calls.Count: > 0 } => new(Outcome.Deadlock, error.Message, program.Place),
        StageDeadlockException => new(Outcome.Deadlock, error.Message, Place: null),
        DeadlockException => new(Outcome.Deadlock, error.Message, Place: null),
        UnhandledException { InnerException: { } inner } => OfUnhandled(inner, program, files),
        _ => OfUnhandled(error, program, files),
    };

    private static Ending OfUnhandled(Exception error, RunningProgram program, IReadOnlyList<string> files) => new(
        Outcome.Failed,
        error is CultureNotFoundException
            ? $"Unhandled exception. {error.GetType().FullName}: the lab knows only the invariant culture, so that a program writes the same on every machine."
            : $"Unhandled exception. {error.GetType().FullName}: {error.Message}",
        PlaceOf(error, program, files));

    private static SourcePlace? PlaceOf(Exception error, RunningProgram program, IReadOnlyList<string> files) =>
        program.PlaceOf(error) ?? FailurePlace.Of(error, files);
}
