namespace AsyncBasics.Course.Tests;

public class QuizSheetTests
{
    private static readonly IReadOnlyList<QuizQuestion> s_questions = SmallCourse.Lesson.Quiz[0].Questions;

    [Fact]
    public void Make_OfAChoice_TakesTheOptionThatIsMarked() => Assert.Equal("This.", QuizSheet.Make(s_questions[0], null, 1).Right.Text);

    [Fact]
    public void Make_OfAnOrder_TakesTheOptionThatAgreesWithTheRun() =>
        Assert.Equal(["b", "a"], QuizSheet.Make(s_questions[1], Runs.Writing("x", "b", "a"), 1).Right.Lines);

    [Fact]
    public void Make_OfATotal_TakesTheOptionThatAgreesWithTheRun() =>
        Assert.Equal("1 second", QuizSheet.Make(s_questions[2], Runs.Of() with { MakespanSeconds = 1.1 }, 1).Right.Text);

    [Fact]
    public void Make_OfATotalThatNoOptionNames_Refuses() =>
        Assert.Throws<InvalidOperationException>(() => QuizSheet.Make(s_questions[2], Runs.Of() with { MakespanSeconds = 5 }, 1));

    [Fact]
    public void Make_ShufflesTheOptions_BySeed()
    {
        string[] firsts = [.. Enumerable.Range(1, 20).Select(seed => QuizSheet.Make(s_questions[0], null, seed).Options[0].Text)];

        Assert.Contains("This.", firsts);
        Assert.Contains("That.", firsts);
        Assert.Equal(firsts, Enumerable.Range(1, 20).Select(seed => QuizSheet.Make(s_questions[0], null, seed).Options[0].Text));
    }

    [Fact]
    public void Make_OfManyQuestionsWithOneSeed_DoesNotPutTheRightOneInOnePlace()
    {
        QuizQuestion[] choices = [.. Repository.Course.Lessons[0].Quiz
            .SelectMany(group => group.Questions)
            .Where(question => question is { Ask: QuizAsk.Choice, Options.Count: 4 })];

        int[] places = [.. choices
            .Select(question => QuizSheet.Make(question, null, seed: 1))
            .CountBy(sheet => sheet.Options.ToList().IndexOf(sheet.Right))
            .Select(place => place.Value)];

        Assert.Equal(4, places.Length);
        Assert.All(places, count => Assert.True(count <= choices.Length / 2, "Half of the right answers stand in the same place."));
    }
}
