using System.CommandLine;
using AsyncBasics.Course;

namespace AsyncBasics.Cli;

/// <summary><c>exercise solution</c>.</summary>
internal sealed class ExerciseSolutionCommand : ExerciseVerb
{
    private readonly Option<bool> _yes = OptionKinds.Flag("--yes", "Do not ask before.");

    public ExerciseSolutionCommand()
        : base("solution", "Shows two solutions of an exercise; asks first when you have not passed it.") => Add([_yes]);

    public override IReadOnlyList<string> Examples => ["async-basics exercise solution 3", "async-basics exercise solution 3 --yes"];

    protected override int Work(ExerciseDesk desk, LearningSession session, Exercise exercise, ParseResult parsed)
    {
        bool mayShow = parsed.GetValue(_yes) || desk.IsPassed(exercise)
            || desk.Talk.Confirm($"You have not passed {exercise.Id} yet. Show a solution?");
        if (mayShow)
        {
            desk.ShowSolution(exercise);
        }

        return ExitCodes.Success;
    }
}
