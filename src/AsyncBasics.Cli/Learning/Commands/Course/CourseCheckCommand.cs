using System.CommandLine;
using AsyncBasics.Course;

namespace AsyncBasics.Cli;

/// <summary><c>course check</c>: everything that is wrong in a course.</summary>
internal sealed class CourseCheckCommand : Subcommand
{
    private readonly Option<string> _course = OptionKinds.Valued("--course", "DIR", "The folder of the course: the one that came with this command by default.");
    private readonly Option<bool> _quick = OptionKinds.Flag("--quick", "Only read the files; run no program.");

    public CourseCheckCommand()
        : base("check", "Reads all files of a course, runs all its programs, and says what is wrong: file, line, what to do.")
    {
        Command.Options.Add(_course);
        Command.Options.Add(_quick);
    }

    public override IReadOnlyList<string> Examples => ["async-basics course check --course course", "async-basics course check --course course --quick"];

    public override int Execute(ParseResult parsed, Terminal terminal)
    {
        CourseContent content = CourseFinder.Load(parsed.GetValue(_course));
        CourseProblem[] problems =
        [
            .. content.Problems,
            .. parsed.GetValue(_quick) || content.Problems.Count > 0
                ? []
                : content.Lessons.SelectMany(lesson => new LessonTrial(lesson, new ProgramRuns().RunOrTell).Check()),
        ];
        foreach (CourseProblem problem in problems)
        {
            terminal.Out.WriteLine(problem.ToString());
        }

        terminal.Out.WriteLine(problems.Length switch { 0 => "No problems.", 1 => "1 problem.", _ => $"{problems.Length} problems." });
        return problems.Length == 0 ? ExitCodes.Success : ExitCodes.Failure;
    }
}
