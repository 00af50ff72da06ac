using System.CommandLine;
using AsyncBasics.Course;

namespace AsyncBasics.Cli;

/// <summary><c>exercise watch</c>.</summary>
internal sealed class ExerciseWatchCommand() : ExerciseVerb(
    "watch", "Checks your file each time you save it, shows the next hint, and goes on to the next exercise when it is passed.")
{
    public override IReadOnlyList<string> Examples => ["async-basics exercise watch"];

    protected override int Work(ExerciseDesk desk, LearningSession session, Exercise exercise, ParseResult parsed)
    {
        using var watch = new ExerciseWatch(desk);
        return watch.Follow(exercise);
    }
}
