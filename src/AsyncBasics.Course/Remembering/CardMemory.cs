namespace AsyncBasics.Course;

/// <summary>What is to be done with a card.</summary>
public enum CardStage
{
    /// <summary>It was never shown.</summary>
    New,

    /// <summary>It is being learned, some minutes apart.</summary>
    Learning,

    /// <summary>It is known, and shown again after days.</summary>
    Review,

    /// <summary>It was forgotten and is learned again, some minutes apart.</summary>
    Relearning,
}

/// <summary>How well a learner knows a card, as FSRS sees it.</summary>
public sealed record CardMemory
{
    /// <summary>A card that was never shown.</summary>
    public static CardMemory New { get; } = new();

    /// <summary>Where it stands.</summary>
    public CardStage Stage { get; init; }

    /// <summary>After how many days nine tenths of such cards are still remembered.</summary>
    public double Stability { get; init; }

    /// <summary>From 1, easy, to 10, hard.</summary>
    public double Difficulty { get; init; }

    /// <summary>Which of the steps, some minutes apart, comes next while it is learned.</summary>
    public int LearningStep { get; init; }

    /// <summary>When it is to be shown again.</summary>
    public DateTimeOffset Due { get; init; }

    /// <summary>When it was rated last; <see langword="null"/> when never.</summary>
    public DateTimeOffset? LastReview { get; init; }

    /// <summary>For how many days it was put away; zero while it is learned.</summary>
    public int IntervalDays { get; init; }

    /// <summary>How often it was rated.</summary>
    public int Reviews { get; init; }

    /// <summary>How often it was forgotten after it had been known.</summary>
    public int Lapses { get; init; }
}
