namespace AsyncBasics.Course;

/// <summary>
/// Spaced repetition: FSRS-6 with its default weights and without fuzz, step for step as ts-fsrs 5.4 has it, so that both give the same
/// intervals and the same memory.
/// </summary>
public static class Fsrs
{
    private const int MostDays = 36500;
    private static readonly TimeSpan[] s_learningSteps = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10)];
    private static readonly TimeSpan[] s_relearningSteps = [TimeSpan.FromMinutes(10)];

    /// <summary>What becomes of a card that is rated.</summary>
    /// <param name="card">The card before.</param>
    /// <param name="rating">How well it was remembered.</param>
    /// <param name="now">When.</param>
    public static CardMemory Review(CardMemory card, Rating rating, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(card);
        int elapsed = card.LastReview is { } last ? Math.Max(0, DaysBetween(last, now)) : 0;
        CardMemory rated = Memory(card, rating, elapsed) with
        {
            LastReview = now,
            Reviews = card.Reviews + 1,
            Lapses = card.Lapses + (card.Stage == CardStage.Review && rating == Rating.Again ? 1 : 0),
        };
        return NextStep(card, rating) is { } step
            ? rated with
            {
                Stage = card.Stage is CardStage.New or CardStage.Learning ? CardStage.Learning : CardStage.Relearning,
                LearningStep = step.Next,
                IntervalDays = 0,
                Due = now + step.Wait,
            }
            : PutAway(rated, card.Stage == CardStage.Review ? ReviewInterval(card, rating, elapsed) : Interval(rated.Stability), now);
    }

    /// <summary>How probable it is that a card is remembered now, from 0 to 1.</summary>
    public static double Retrievability(CardMemory card, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(card);
        return card.LastReview is { } last
            ? FsrsMemory.Retrievability(Math.Max(0, (int)Math.Floor((now - last).TotalDays)), card.Stability)
            : 0;
    }

    private static CardMemory PutAway(CardMemory card, int days, DateTimeOffset now) =>
        card with { Stage = CardStage.Review, LearningStep = 0, IntervalDays = days, Due = now.AddDays(days) };

    private static CardMemory Memory(CardMemory card, Rating rating, int elapsed)
    {
        (double stability, double difficulty) = card.Reviews == 0
            ? FsrsMemory.First(rating)
            : FsrsMemory.Next(card.Stability, card.Difficulty, elapsed, rating);
        return card with { Stability = stability, Difficulty = difficulty };
    }

    /// <summary>The next of the steps some minutes apart; <see langword="null"/> when the card is put away for days.</summary>
    private static (TimeSpan Wait, int Next)? NextStep(CardMemory card, Rating rating)
    {
        TimeSpan[] steps = card.Stage is CardStage.New or CardStage.Learning ? s_learningSteps : s_relearningSteps;
        return rating switch
        {
            Rating.Again => (steps[0], 0),
            _ when card.Stage == CardStage.Review => null,
            Rating.Hard => (HardStep(steps), card.LearningStep),
            Rating.Good when card.LearningStep + 1 < steps.Length => (steps[card.LearningStep + 1], card.LearningStep + 1),
            _ => null,
        };
    }

    /// <summary>Between the first step and the second, in whole minutes.</summary>
    private static TimeSpan HardStep(TimeSpan[] steps) => TimeSpan.FromMinutes(FsrsMemory.RoundHalfUp(
        steps.Length == 1 ? steps[0].TotalMinutes * 1.5 : (steps[0] + steps[1]).TotalMinutes / 2));

    /// <summary>The better a card was remembered the longer it is put away, by a day at least.</summary>
    private static int ReviewInterval(CardMemory card, Rating rating, int elapsed)
    {
        int If(Rating other) => Interval(Memory(card, other, elapsed).Stability);
        int hard = Math.Min(If(Rating.Hard), If(Rating.Good));
        int good = Math.Max(If(Rating.Good), hard + 1);
        return rating switch
        {
            Rating.Hard => hard,
            Rating.Good => good,
            _ => Math.Max(If(Rating.Easy), good + 1),
        };
    }

    /// <remarks>At a wanted retention of nine tenths the interval is the stability.</remarks>
    private static int Interval(double stability) => (int)Math.Clamp(FsrsMemory.RoundHalfUp(stability), 1, MostDays);

    /// <summary>Days on the calendar, in UTC.</summary>
    private static int DaysBetween(DateTimeOffset from, DateTimeOffset to) => (to.UtcDateTime.Date - from.UtcDateTime.Date).Days;
}
