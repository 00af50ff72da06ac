namespace AsyncBasics.Course;

/// <summary>What a learner did.</summary>
public enum LearningEventKind
{
    /// <summary>Came to the end of a step.</summary>
    StepRead,

    /// <summary>Answered the question at the end of a step, in own words.</summary>
    StepAnswered,

    /// <summary>Locked in a prediction.</summary>
    Predicted,

    /// <summary>Ran an experiment.</summary>
    ExperimentRun,

    /// <summary>Had an exercise checked.</summary>
    ExerciseChecked,

    /// <summary>Was shown a hint.</summary>
    HintShown,

    /// <summary>Was shown a solution.</summary>
    SolutionShown,

    /// <summary>Answered a question of the quiz.</summary>
    QuizAnswered,

    /// <summary>Explained something in own words, and rated that.</summary>
    Explained,

    /// <summary>Got a card from a finding.</summary>
    CardMade,

    /// <summary>Rated a card.</summary>
    CardRated,
}

/// <summary>
/// Something that a learner did, once and for all: events are only ever added, and all that is known of a learner's progress follows
/// from them.
/// </summary>
public sealed record LearningEvent
{
    /// <summary>Its own number, by which two copies of it are recognised.</summary>
    public required Guid Id { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What was done.</summary>
    public required LearningEventKind Kind { get; init; }

    /// <summary>The lesson.</summary>
    public required string Lesson { get; init; }

    /// <summary>What it was done with: the id of the step, the exercise, the card; of a quiz <c>group/question</c>.</summary>
    public required string Item { get; init; }

    /// <summary>Whether it was right, where that can be said.</summary>
    public bool? IsRight { get; init; }

    /// <summary>A number that belongs to it: a rating, a hint's place, the option that was chosen.</summary>
    public int? Number { get; init; }

    /// <summary>The learner's own words; of a card its front.</summary>
    public string? Text { get; init; }

    /// <summary>What was said to it; of a card its back.</summary>
    public string? Detail { get; init; }
}
