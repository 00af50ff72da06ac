using AsyncBasics.Course;

namespace AsyncBasics.Cli;

/// <summary>A small picture of what is done.</summary>
internal sealed class ProgressPicture(LearningSession session)
{
    private const int BarWidth = 24;
    private const int DaysShown = 28;

    private readonly Conversation _talk = session.Talk;
    private readonly CourseLesson _lesson = session.Lesson;
    private readonly LearnerProgress _progress = session.Progress;

    public void Show()
    {
        _talk.Heading($"Your progress · {_lesson.Title}");
        _talk.Say();
        Bar("steps", _lesson.Steps.Count(step => _progress.Has(LearningEventKind.StepRead, step.Id)), _lesson.Steps.Count);
        Bar("predictions", _lesson.Predictions.Count(known => _progress.HasRight(LearningEventKind.Predicted, known.Id)), _lesson.Predictions.Count);
        Bar("experiments", _lesson.Experiments.Count(known => _progress.Has(LearningEventKind.ExperimentRun, known.Id)), _lesson.Experiments.Count);
        Bar("exercises", _lesson.Exercises.Count(known => _progress.HasRight(LearningEventKind.ExerciseChecked, known.Id)), _lesson.Exercises.Count);
        Bar("explanations", _lesson.Explain.Count(known => _progress.Has(LearningEventKind.Explained, known.Id)), _lesson.Explain.Count);
        (string Group, string Question)[] questions =
            [.. _lesson.Quiz.SelectMany(group => group.Questions, (group, question) => (group.Id, question.Id))];
        Bar("quiz", questions.Count(pair => _progress.LastAnswer(pair.Group, pair.Question) == true), questions.Length);
        IReadOnlyList<Card> cards = CardDeck.All(_lesson, _progress);
        Bar("cards known", cards.Count(card => _progress.MemoryOf(card.Id).Stage == CardStage.Review), cards.Count);
        IReadOnlyList<MasteryState> points = MasteryCheck.Examine(_lesson, _progress);
        Bar("mastery", points.Count(point => point.IsPassed), points.Count);
        _talk.Say();
        ShowDays();
        ShowCards();
        _talk.Say(Ink.Quiet, $"Kept in {session.Store.FilePath}");
    }

    private void Bar(string name, int done, int all)
    {
        int filled = all == 0 ? 0 : done * BarWidth / all;
        _talk.Say(
            new Inked($"  {name,-13}"),
            new Inked(new string('█', filled), Ink.Good),
            new Inked(new string('░', BarWidth - filled), Ink.Quiet),
            new Inked($"  {done,3} of {all,3}"),
            new Inked(done == all && all > 0 ? "  ✓" : string.Empty, Ink.Good));
    }

    private void ShowDays()
    {
        DateTimeOffset now = session.Now;
        HashSet<DateTime> active = [.. _progress.Events.Select(happened => happened.At.ToOffset(now.Offset).Date)];
        int streak = Streak.Days(_progress.Events.Select(happened => happened.At), now);
        string days = string.Concat(Enumerable.Range(0, DaysShown).Select(i => active.Contains(now.Date.AddDays(i + 1 - DaysShown)) ? '█' : '·'));
        _talk.Say(
            new Inked($"  {"days",-13}"), new Inked(days, Ink.Good),
            new Inked(streak switch { 0 => "  no streak now", 1 => "  1 day in a row", _ => $"  {streak} days in a row" }));
    }

    private void ShowCards()
    {
        int due = CardDeck.Due(_lesson, _progress, session.Now).Count;
        int fresh = CardDeck.New(_lesson, _progress, session.Now).Count;
        _talk.Say($"  {"cards",-13}{due} due, {fresh} new for today{(due + fresh > 0 ? ": async-basics cards" : string.Empty)}");
        _talk.Say();
    }
}
