using System.CommandLine;
using AsyncBasics.Course;

namespace AsyncBasics.Cli;

/// <summary><c>async-basics exercise</c>: programs to finish, in the learner's own folder, and checks of how they behave.</summary>
internal sealed class ExerciseCommand : ExerciseVerb
{
    public ExerciseCommand()
        : base("exercise", "Exercises: files in your own folder to finish, checked by how they behave. Without a further word it gives the next one.", isNamed: false) =>
        Children =
        [
            new ExerciseListCommand(), new ExerciseNextCommand(), new ExerciseCheckCommand(), new ExerciseWatchCommand(),
            new ExerciseHintCommand(), new ExerciseSolutionCommand(), new ExerciseResetCommand(),
        ];

    public override IReadOnlyList<string> Examples =>
        ["async-basics exercise", "async-basics exercise check", "async-basics exercise watch gather"];

    protected override int Work(ExerciseDesk desk, LearningSession session, Exercise exercise, ParseResult parsed) =>
        ExerciseNextCommand.Begin(desk, exercise);
}
