using AsyncBasics.Lab;

namespace AsyncBasics.Course;

/// <summary>What the check of an exercise makes of a run.</summary>
/// <param name="Report">The run.</param>
/// <param name="Failures">What does not hold, in the order of the check; empty when the exercise is passed.</param>
public sealed record ExerciseVerdict(Report Report, IReadOnlyList<CheckFailure> Failures)
{
    /// <summary>Whether all that is asked for holds.</summary>
    public bool IsPassed => Failures.Count == 0;

    /// <summary>Holds a run against the check of an exercise.</summary>
    public static ExerciseVerdict Of(Exercise exercise, Report report)
    {
        ArgumentNullException.ThrowIfNull(exercise);
        ArgumentNullException.ThrowIfNull(report);
        if (Trouble(exercise, report) is { } trouble)
        {
            return new ExerciseVerdict(report, [trouble]);
        }

        return new ExerciseVerdict(report, [
            .. from item in exercise.Check
               let evidence = item.Predicate.Refute(report)
               where evidence is not null
               select new CheckFailure(item.Message, evidence)]);
    }

    /// <summary>What leaves nothing to measure: a program that does not compile, or did not come to its end.</summary>
    private static CheckFailure? Trouble(Exercise exercise, Report report)
    {
        if (report.Outcome == Outcome.CompileError)
        {
            CompilerMessage[] errors = [.. report.Diagnostics.Where(message => message.IsError)];
            // A slip of the pen often makes the program as a whole impossible, too; the place of the slip says more.
            CompilerMessage? error = errors.FirstOrDefault(message => message.Place is not null) ?? errors.FirstOrDefault();
            string evidence = error is null
                ? OutcomePredicate.HowItEnded(report)
                : $"{(error.Place is { } place ? $"Line {place.Line}: " : string.Empty)}{error.Message} ({error.Id})";
            return new CheckFailure("The program does not compile yet.", evidence);
        }

        CheckItem? asked = exercise.Check.FirstOrDefault(item => item.Predicate is OutcomePredicate);
        if (asked is null)
        {
            return report.Outcome == Outcome.Finished ? null
                : new CheckFailure("The program does not come to its end.", OutcomePredicate.HowItEnded(report));
        }

        return asked.Predicate.Refute(report) is { } refuted ? new CheckFailure(asked.Message, refuted) : null;
    }
}

/// <summary>Something that was asked for and does not hold.</summary>
/// <param name="Message">What the author of the exercise says to it.</param>
/// <param name="Evidence">What was measured.</param>
public sealed record CheckFailure(string Message, string Evidence);
