using System.CommandLine;
using AsyncBasics.Course;

namespace AsyncBasics.Cli;

/// <summary><c>exercise check</c>.</summary>
internal sealed class ExerciseCheckCommand() : ExerciseVerb(
    "check", "Runs your file, shows what happened, and says whether that is what was asked for. The exit code is 1 when it is not.")
{
    public override IReadOnlyList<string> Examples => ["async-basics exercise check", "async-basics exercise check 05-results-in-order"];

    protected override int Work(ExerciseDesk desk, LearningSession session, Exercise exercise, ParseResult parsed)
    {
        if (!desk.Folder.Has(exercise))
        {
            throw new UsageException($"There is no {desk.Folder.PathOf(exercise)} yet: async-basics exercise next {exercise.Id} puts it there.");
        }

        if (!desk.Check(exercise).IsPassed)
        {
            int shown = desk.HintsShown(exercise);
            desk.Talk.Say(shown < exercise.Hints.Count
                ? $"Stuck? async-basics exercise hint gives hint {shown + 1} of {exercise.Hints.Count}."
                : "Stuck? async-basics exercise solution shows a solution.");
            return ExitCodes.Failure;
        }

        desk.Talk.Say(desk.NextAfter(exercise) is { } next
            ? $"Next: {next.Id}, \"{next.Title}\". Begin it with async-basics exercise next{(next == desk.Next ? string.Empty : $" {next.Id.Split('-')[0]}")}."
            : "That was the last: all exercises are passed.");
        return ExitCodes.Success;
    }
}
