using System.CommandLine;
using AsyncBasics.Course;

namespace AsyncBasics.Cli;

/// <summary><c>exercise reset</c>.</summary>
internal sealed class ExerciseResetCommand : ExerciseVerb
{
    private readonly Option<bool> _yes = OptionKinds.Flag("--yes", "Do not ask before.");

    public ExerciseResetCommand()
        : base("reset", "Begins an exercise anew; your file is kept beside the new one under another name.") => Add([_yes]);

    public override IReadOnlyList<string> Examples => ["async-basics exercise reset 3"];

    protected override int Work(ExerciseDesk desk, LearningSession session, Exercise exercise, ParseResult parsed)
    {
        if (!desk.Folder.Has(exercise))
        {
            desk.Introduce(exercise);
            return ExitCodes.Success;
        }

        if (parsed.GetValue(_yes) || desk.Talk.Confirm($"Begin {exercise.Id} anew? Your file is kept under another name."))
        {
            string kept = desk.Folder.Reset(exercise);
            desk.Talk.Say($"{desk.Folder.PathOf(exercise)} is as it was at the beginning; your file is now {kept}.");
        }

        return ExitCodes.Success;
    }
}
