namespace AsyncBasics.Course;

/// <summary>The cards to be shown.</summary>
public static class CardDeck
{
    /// <summary>How many new cards are enough for a day.</summary>
    public const int NewADay = 10;

    /// <summary>All cards of a lesson, those from the learner's own findings first.</summary>
    public static IReadOnlyList<Card> All(CourseLesson lesson, LearnerProgress progress)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        ArgumentNullException.ThrowIfNull(progress);
        return [.. progress.OwnCards, .. lesson.Cards];
    }

    /// <summary>The cards that are due, the longest due first.</summary>
    /// <param name="lesson">The lesson.</param>
    /// <param name="progress">What was done in it.</param>
    /// <param name="now">The moment.</param>
    public static IReadOnlyList<Card> Due(CourseLesson lesson, LearnerProgress progress, DateTimeOffset now) =>
        [.. All(lesson, progress)
            .Where(card => progress.MemoryOf(card.Id) is { Stage: not CardStage.New } memory && memory.Due <= now)
            .OrderBy(card => progress.MemoryOf(card.Id).Due)];

    /// <summary>
    /// The new cards for today: those from the learner's own findings, those that a finding or an answer pointed to, then the others in the
    /// order of the lesson.
    /// </summary>
    /// <param name="lesson">The lesson.</param>
    /// <param name="progress">What was done in it.</param>
    /// <param name="now">The moment, in the learner's time zone: it tells where the day begins.</param>
    public static IReadOnlyList<Card> New(CourseLesson lesson, LearnerProgress progress, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(progress);
        int begunToday = progress.Events
            .Where(happened => happened.Kind == LearningEventKind.CardRated)
            .GroupBy(happened => happened.Item)
            .Count(ratings => ratings.First().At.ToOffset(now.Offset).Date == now.Date);
        return [.. All(lesson, progress)
            .Where(card => progress.MemoryOf(card.Id).Stage == CardStage.New)
            .OrderBy(card => card.Place is null ? 0 : card.Tags.Any(tag => HasMade(progress, tag)) ? 1 : 2)
            .Take(Math.Max(0, NewADay - begunToday))];
    }

    /// <summary>Whether the learner has made the mistake that a tag names.</summary>
    private static bool HasMade(LearnerProgress progress, string tag) =>
        progress.OwnCards.Any(card => card.Id.EndsWith($":{tag}", StringComparison.Ordinal));
}
