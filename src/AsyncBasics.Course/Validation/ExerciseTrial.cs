using AsyncBasics.Lab;

namespace AsyncBasics.Course;

/// <summary>What the check of an exercise makes of one of the programs that came with it.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Program">The program's name: <c>starter</c>, <c>solution</c>, <c>alternative</c>, or that of a mutant.</param>
/// <param name="IsToPass">Whether the check is to accept it.</param>
/// <param name="Verdict">What it makes of it.</param>
public sealed record ExerciseTrial(Exercise Exercise, string Program, bool IsToPass, ExerciseVerdict Verdict)
{
    /// <summary>Whether the check does what it is there for.</summary>
    public bool IsAsItShouldBe => Verdict.IsPassed == IsToPass && Verdict.Report.Outcome is not (Outcome.CompileError or Outcome.Crashed);

    /// <summary>Whether it is one of the mutants.</summary>
    public bool IsMutant => !IsToPass && Program != StarterName;

    private const string StarterName = "starter";

    /// <summary>Tries all programs of an exercise, the starter first and the mutants last.</summary>
    /// <param name="exercise">The exercise.</param>
    /// <param name="run">Runs a program.</param>
    public static IEnumerable<ExerciseTrial> OfAll(Exercise exercise, Func<SourceFile, Report> run)
    {
        ArgumentNullException.ThrowIfNull(exercise);
        ArgumentNullException.ThrowIfNull(run);
        ExerciseTrial Try(SourceFile program, string name, bool isToPass) =>
            new(exercise, name, isToPass, ExerciseVerdict.Of(exercise, run(program)));
        return
        [
            Try(exercise.Starter, StarterName, isToPass: false),
            Try(exercise.Solution, "solution", isToPass: true),
            Try(exercise.Alternative, "alternative", isToPass: true),
            .. exercise.Mutants.Select(mutant => Try(mutant.Program, Path.GetFileNameWithoutExtension(mutant.Program.Name), isToPass: false)),
        ];
    }
}
