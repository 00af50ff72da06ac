using AsyncBasics.Lab;

namespace AsyncBasics.Course.Tests;

public class LessonTrialTests
{
    [Fact]
    public void Check_WithACheckThatAcceptsAMutant_TellsOfIt() => Assert.Contains(
        "01-small/exercises/01-write/exercise.yaml:1: the check of 01-write accepts nothing, which it is to refuse.",
        Check(program => program.Name == "nothing.cs" ? Runs.Writing("a", "b") : AsItShouldBe(program)));

    [Fact]
    public void Check_WithACheckThatRefusesASolution_TellsWhy() => Assert.Contains(
        "01-small/exercises/01-write/exercise.yaml:1: the check of 01-write refuses solution: "
        + "Two lines are wanted. The output ends before line 1, which is to be \"a\".",
        Check(program => program.Name == "solution.cs" ? Runs.Writing() : AsItShouldBe(program)));

    [Fact]
    public void Check_WithTooFewMutants_SaysSo() => Assert.Equal(
        ["01-small/exercises/01-write/exercise.yaml:1: 01-write has 1 mutants; at least 4 show that its check is worth something."],
        Check(AsItShouldBe));

    [Fact]
    public void Check_WithAProgramThatDoesNotCompile_TellsItsLine() => Assert.Contains(
        "01-small/code/two.cs:2: the program does not compile: ; expected (CS1002)",
        Check(program => program.Name != "two.cs" ? AsItShouldBe(program) : Runs.Of() with
        {
            Outcome = Outcome.CompileError,
            Diagnostics = [new CompilerMessage("CS1002", IsError: true, "; expected", new SourcePlace("two.cs", 2, 1, 2, 2))],
        }));

    [Fact]
    public void Check_WithAFindingThatNobodyExpects_TellsOfIt() => Assert.Contains(
        "01-small/experiments/break-1-it/experiment.yaml:1: the lab finds blocking-call in tasks.cs, and the experiment says nothing.",
        Check(program => program.Name == "tasks.cs"
            ? Runs.Writing("a", "b") with { Findings = [Runs.Finding(FindingKind.BlockingCall)] }
            : AsItShouldBe(program)));

    [Fact]
    public void Check_WithAQuestionThatNoOptionAnswers_TellsWhatTheRunDoes() => Assert.Contains(
        "01-small/quiz/words.yaml:20: of the options of 'total' 0 agree with a run of two.cs, and one must: it takes 7 s.",
        Check(program => program.Name == "two.cs" ? Runs.Writing("a", "b") with { MakespanSeconds = 7 } : AsItShouldBe(program)));

    private static string[] Check(Func<SourceFile, Report> run) =>
        [.. new LessonTrial(SmallCourse.Lesson, run).Check().Select(problem => problem.ToString())];

    private static Report AsItShouldBe(SourceFile program) => program.Name switch
    {
        "starter.cs" => Runs.Writing("a"),
        "nothing.cs" => Runs.Writing(),
        _ => Runs.Writing("a", "b"),
    };
}
