using AsyncBasics.Lab;

namespace AsyncBasics.Course.Tests;

public class ExerciseVerdictTests
{
    private static readonly Exercise s_exercise = SmallCourse.Lesson.Exercises[0];

    [Fact]
    public void Of_ARunThatDoesAllOfIt_Passes() => Assert.True(ExerciseVerdict.Of(s_exercise, Runs.Writing("a", "b")).IsPassed);

    [Fact]
    public void Of_ARunThatDoesNot_GivesTheAuthorsMessageAndTheEvidence() => Assert.Equal(
        [new CheckFailure("Two lines are wanted.", "The output ends before line 2, which is to be \"b\".")],
        ExerciseVerdict.Of(s_exercise, Runs.Writing("a")).Failures);

    [Fact]
    public void Of_AProgramThatDoesNotCompile_QuotesTheCompilerAndNothingElse()
    {
        Report report = Runs.Of() with
        {
            Outcome = Outcome.CompileError,
            Diagnostics = [new CompilerMessage("CS1002", IsError: true, "; expected", new SourcePlace("a.cs", 3, 1, 3, 2))],
        };

        Assert.Equal(
            [new CheckFailure("The program does not compile yet.", "Line 3: ; expected (CS1002)")], ExerciseVerdict.Of(s_exercise, report).Failures);
    }

    [Fact]
    public void Of_ARunThatFailed_IsRefusedEvenWithTheRightOutput() => Assert.Equal(
        [new CheckFailure("The program does not come to its end.", "An exception ended the program: Boom.")],
        ExerciseVerdict.Of(s_exercise, Runs.Writing("a", "b") with { Outcome = Outcome.Failed, Message = "Boom" }).Failures);

    [Fact]
    public void Of_AnExerciseThatAsksForAFailure_AcceptsOne()
    {
        Exercise failing = s_exercise with { Check = [new CheckItem(new OutcomePredicate(Outcome.Failed), "It is to fail.")] };

        Assert.True(ExerciseVerdict.Of(failing, Runs.Of() with { Outcome = Outcome.Failed }).IsPassed);
        Assert.Equal("It is to fail.", Assert.Single(ExerciseVerdict.Of(failing, Runs.Of()).Failures).Message);
    }
}
