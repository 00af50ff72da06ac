using System.CommandLine;
using AsyncBasics.Course;

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

/// <summary><c>course mutants</c>: what the checks of the exercises make of each mutant and each solution.</summary>
internal sealed class CourseMutantsCommand : Subcommand
{
    private readonly Option<string> _course = OptionKinds.Valued("--course", "DIR", "The folder of the course: the one that came with this command by default.");

    public CourseMutantsCommand()
        : base("mutants", "Prints a table of what the check of each exercise makes of its mutants and its solutions.") => Command.Options.Add(_course);

    public override IReadOnlyList<string> Examples => ["async-basics course mutants --course course"];

    public override int Execute(ParseResult parsed, Terminal terminal)
    {
        CourseContent content = CourseFinder.Load(parsed.GetValue(_course));
        if (content.Problems is [CourseProblem problem, ..])
        {
            throw new UsageException($"The course has problems: {problem}");
        }

        var runs = new ProgramRuns();
        int mutants = 0, survived = 0, solutions = 0, refused = 0;
        foreach (ExerciseTrial trial in content.Lessons.SelectMany(lesson => lesson.Exercises).SelectMany(exercise => ExerciseTrial.OfAll(exercise, runs.RunOrTell)))
        {
            mutants += trial.IsMutant ? 1 : 0;
            survived += trial is { IsMutant: true, IsAsItShouldBe: false } ? 1 : 0;
            solutions += trial.IsToPass ? 1 : 0;
            refused += trial is { IsToPass: true, IsAsItShouldBe: false } ? 1 : 0;
            string verdict = trial.Verdict.IsPassed ? "accepted" : "refused";
            string why = trial.Verdict.Failures is [CheckFailure failure, ..] ? $"  {failure.Message.ReplaceLineEndings(" ")} ({failure.Evidence})" : string.Empty;
            terminal.Out.WriteLine($"{(trial.IsAsItShouldBe ? "  " : "! ")}{trial.Exercise.Id,-26} {trial.Program,-28} {verdict,-8}{why}".TrimEnd());
        }

        terminal.Out.WriteLine($"{mutants} mutants, {survived} survived; {solutions} solutions, {refused} refused");
        return survived + refused == 0 ? ExitCodes.Success : ExitCodes.Failure;
    }
}
