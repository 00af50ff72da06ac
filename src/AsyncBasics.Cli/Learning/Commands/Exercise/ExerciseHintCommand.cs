using System.CommandLine;
using AsyncBasics.Course;

namespace AsyncBasics.Cli;

/// <summary><c>exercise hint</c>.</summary>
internal sealed class ExerciseHintCommand() : ExerciseVerb("hint", "Gives the next hint: first a question, then a pointer, then nearly all.")
{
    public override IReadOnlyList<string> Examples => ["async-basics exercise hint"];

    protected override int Work(ExerciseDesk desk, LearningSession session, Exercise exercise, ParseResult parsed)
    {
        int next = Math.Min(desk.HintsShown(exercise) + 1, exercise.Hints.Count);
        desk.ShowHint(exercise, next);
        if (next == exercise.Hints.Count)
        {
            desk.Talk.Say($"That is the last one. async-basics exercise solution {exercise.Id} shows a solution.");
        }

        return ExitCodes.Success;
    }
}
