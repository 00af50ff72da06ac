namespace AsyncBasics.Course.Tests;

public class LearnerProgressTests
{
    private static readonly DateTimeOffset s_start = new(2026, 1, 10, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void From_EventsInAnyOrder_GivesTheSame()
    {
        LearningEvent[] events =
        [
            Event(0, LearningEventKind.CardRated, "card-one", number: 3),
            Event(10, LearningEventKind.CardRated, "card-one", number: 3),
            Event(20, LearningEventKind.QuizAnswered, "words/which", isRight: false),
            Event(30, LearningEventKind.QuizAnswered, "words/which", isRight: true),
        ];

        var forwards = LearnerProgress.From(events, "01-small");
        var backwards = LearnerProgress.From(events.Reverse(), "01-small");

        Assert.Equal(forwards.MemoryOf("card-one"), backwards.MemoryOf("card-one"));
        Assert.Equal(CardStage.Review, forwards.MemoryOf("card-one").Stage);
        Assert.True(backwards.LastAnswer("words", "which"));
    }

    [Fact]
    public void From_EventsOfAnotherLesson_LeavesThemOut() => Assert.False(LearnerProgress
        .From([Event(0, LearningEventKind.StepRead, "first") with { Lesson = "02-other" }], "01-small")
        .Has(LearningEventKind.StepRead, "first"));

    [Fact]
    public void LastAnswer_AfterAWrongOne_ForgetsTheRightOneBefore() => Assert.False(LearnerProgress
        .From([Event(0, LearningEventKind.QuizAnswered, "words/which", true), Event(1, LearningEventKind.QuizAnswered, "words/which", false)], "01-small")
        .LastAnswer("words", "which"));

    [Fact]
    public void HasRight_AfterALaterFailure_StaysSo() => Assert.True(LearnerProgress
        .From([Event(0, LearningEventKind.ExerciseChecked, "01-write", true), Event(1, LearningEventKind.ExerciseChecked, "01-write", false)], "01-small")
        .HasRight(LearningEventKind.ExerciseChecked, "01-write"));

    [Fact]
    public void Examine_WithEverythingDone_PassesThePoint()
    {
        LearningEvent[] events =
        [
            Event(0, LearningEventKind.ExerciseChecked, "01-write", true),
            Event(1, LearningEventKind.Predicted, "lines", true),
            Event(2, LearningEventKind.QuizAnswered, "words/which", true),
            Event(3, LearningEventKind.QuizAnswered, "words/order", true),
            Event(4, LearningEventKind.Explained, "why", number: 1),
        ];

        Assert.True(Examine(events).IsPassed);
        // Whatever is left out, it does not pass any more.
        Assert.All(events, left => Assert.False(Examine([.. events.Except([left])]).IsPassed));
    }

    [Fact]
    public void Examine_WithWrongAnswers_DoesNotPass()
    {
        MasteryState state = Examine(
        [
            Event(0, LearningEventKind.ExerciseChecked, "01-write", false),
            Event(1, LearningEventKind.Predicted, "lines", false),
            Event(2, LearningEventKind.QuizAnswered, "words/which", false),
        ]);

        Assert.All(state.Tasks, task => Assert.False(task.IsPassed));
        Assert.Equal(2, state.Tasks.Single(task => task.Task.Kind == MasteryKind.Quiz).Needed);
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "0")]
    [InlineData(1, "1")]
    [InlineData(0, "2")]
    [InlineData(3, "0 1 2")]
    [InlineData(2, "1 2 4")]
    [InlineData(1, "0 2 3")]
    public void Streak_CountsDaysInARow_ThatEndTodayOrYesterday(int days, string daysAgo) => Assert.Equal(
        days, Streak.Days(daysAgo.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ago => s_start.AddDays(-int.Parse(ago))), s_start));

    [Fact]
    public void Streak_CountsTheLearnersDays_NotThoseOfGreenwich()
    {
        var now = new DateTimeOffset(2026, 1, 10, 1, 0, 0, TimeSpan.FromHours(9));
        // Half past one on the same morning there, still the day before in Greenwich.
        DateTimeOffset[] moments = [new(2026, 1, 9, 15, 30, 0, TimeSpan.Zero), new(2026, 1, 9, 14, 30, 0, TimeSpan.Zero)];

        Assert.Equal(2, Streak.Days(moments, now));
    }

    [Fact]
    public void Due_ShowsWhatIsDue_TheLongestDueFirst()
    {
        var progress = LearnerProgress.From(
            [
                Event(0, LearningEventKind.CardRated, "card-two", number: 1),
                Event(5, LearningEventKind.CardRated, "card-one", number: 1),
            ],
            "01-small");

        Assert.Empty(CardDeck.Due(SmallCourse.Lesson, progress, s_start.AddSeconds(30)));
        Assert.Equal(["card-two", "card-one"], CardDeck.Due(SmallCourse.Lesson, progress, s_start.AddMinutes(7)).Select(card => card.Id));
    }

    [Fact]
    public void New_AfterAFinding_ShowsItsOwnCardFirst_ThenTheCardOnThatMistake()
    {
        var progress = LearnerProgress.From(
            [Event(0, LearningEventKind.CardMade, "01-write:never-awaited") with { Text = "front", Detail = "back" }], "01-small");

        Assert.Equal(
            ["01-write:never-awaited", "card-one", "card-two"], CardDeck.New(SmallCourse.Lesson, progress, s_start).Select(card => card.Id));
    }

    [Fact]
    public void New_WithEnoughForToday_ShowsNone()
    {
        IEnumerable<LearningEvent> many = Enumerable.Range(0, CardDeck.NewADay).Select(i => Event(i, LearningEventKind.CardRated, $"card {i}", number: 3));

        Assert.Empty(CardDeck.New(SmallCourse.Lesson, LearnerProgress.From(many, "01-small"), s_start.AddHours(1)));
        Assert.Equal(2, CardDeck.New(SmallCourse.Lesson, LearnerProgress.From(many, "01-small"), s_start.AddDays(1)).Count);
    }

    [Fact]
    public void Json_OfEvents_RoundTrips()
    {
        LearningEvent[] events =
        [
            Event(0, LearningEventKind.StepAnswered, "first") with { Text = "Because \"ü\" – \n so." },
            Event(1, LearningEventKind.QuizAnswered, "words/which", true, 1) with { Detail = "d" },
        ];

        Assert.Equal(events, LearningEventsJson.Read(LearningEventsJson.Write(events)));
    }

    [Theory]
    [InlineData("", "it is no exported progress (line 1)")]
    [InlineData("{}", "it is no exported progress")]
    [InlineData("[]", "it is no exported progress (line 1)")]
    [InlineData("{\"schemaVersion\": 99, \"events\": []}", "it was written by a newer version of this program")]
    [InlineData("{\"schemaVersion\": 1, \"events\": [{\"id\": 3}]}", "it is no exported progress (line 1)")]
    public void Json_OfSomethingElse_IsRefusedInASentence(string json, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => LearningEventsJson.Read(json)).Message);

    private static MasteryState Examine(LearningEvent[] events) =>
        Assert.Single(MasteryCheck.Examine(SmallCourse.Lesson, LearnerProgress.From(events, "01-small")));

    private static LearningEvent Event(int minutes, LearningEventKind kind, string item, bool? isRight = null, int? number = null) => new()
    {
        Id = Guid.NewGuid(),
        At = s_start.AddMinutes(minutes),
        Kind = kind,
        Lesson = "01-small",
        Item = item,
        IsRight = isRight,
        Number = number,
    };
}
