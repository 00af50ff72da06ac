using System.CommandLine;

namespace AsyncBasics.Cli;

/// <summary><c>async-basics course</c>: for those who write lessons.</summary>
internal sealed class CourseCommand : Subcommand
{
    public CourseCommand()
        : base("course", "For those who write lessons: checks a course.") =>
        Children = [new CourseCheckCommand(), new CourseMutantsCommand()];

    public override IReadOnlyList<string> Examples => ["async-basics course check --course course", "async-basics course mutants --course course"];

    public override int Execute(ParseResult parsed, Terminal terminal) =>
        throw new UsageException("Say what to do with the course: async-basics course check, or course mutants.");
}
