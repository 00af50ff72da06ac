using System.CommandLine;
using AsyncBasics.Course;

namespace AsyncBasics.Cli;

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
