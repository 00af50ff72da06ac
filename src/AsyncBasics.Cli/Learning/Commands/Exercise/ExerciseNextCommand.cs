using System.CommandLine;
using AsyncBasics.Course;

namespace AsyncBasics.Cli;

/// <summary><c>exercise next</c>.</summary>
internal sealed class ExerciseNextCommand() : ExerciseVerb("next", "Puts the next exercise into your folder, and says what it asks for.")
{
    public override IReadOnlyList<string> Examples => ["async-basics exercise next", "async-basics exercise next 5"];

    public static int Begin(ExerciseDesk desk, Exercise exercise)
    {
        desk.Introduce(exercise);
        desk.Talk.Say("Change it in your editor, then: async-basics exercise check");
        desk.Talk.Say("Or have it checked at each save: async-basics exercise watch");
        return ExitCodes.Success;
    }

    protected override int Work(ExerciseDesk desk, LearningSession session, Exercise exercise, ParseResult parsed) => Begin(desk, exercise);
}
