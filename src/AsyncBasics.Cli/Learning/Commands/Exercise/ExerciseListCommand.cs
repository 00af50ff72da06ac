using System.CommandLine;
using AsyncBasics.Course;

namespace AsyncBasics.Cli;

/// <summary><c>exercise list</c>.</summary>
internal sealed class ExerciseListCommand() : ExerciseVerb("list", "Lists the exercises, and which are passed.", isNamed: false)
{
    public override IReadOnlyList<string> Examples => ["async-basics exercise list"];

    protected override int Teach(LearningSession session, ParseResult parsed)
    {
        IReadOnlyList<Exercise> all = session.Lesson.Exercises;
        Exercise? next = all.FirstOrDefault(exercise => !session.Progress.HasRight(LearningEventKind.ExerciseChecked, exercise.Id));
        int widest = all.Max(exercise => exercise.Id.Length);
        foreach (Exercise exercise in all)
        {
            bool isPassed = session.Progress.HasRight(LearningEventKind.ExerciseChecked, exercise.Id);
            (string sign, Ink ink) = isPassed ? ("✓", Ink.Good) : exercise == next ? ("▶", Ink.Note) : ("○", Ink.Quiet);
            session.Talk.Say(
                new Inked($"  {sign} ", ink), new Inked(exercise.Id.PadRight(widest + 2), Ink.Code), new Inked(exercise.Title));
        }

        int passed = all.Count(exercise => session.Progress.HasRight(LearningEventKind.ExerciseChecked, exercise.Id));
        session.Talk.Say();
        session.Talk.Say($"{passed} of {all.Count} passed.");
        return ExitCodes.Success;
    }

    protected override int Work(ExerciseDesk desk, LearningSession session, Exercise exercise, ParseResult parsed) => ExitCodes.Success;
}
