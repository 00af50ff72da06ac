using AsyncBasics.Lab;

namespace AsyncBasics.Course;

/// <summary>A lesson: everything in its folder, in the order in which a learner meets it.</summary>
public sealed record CourseLesson
{
    /// <summary>The name of its folder, such as <c>01-async-basics</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>What it is about, in one sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>The walkthrough.</summary>
    public IReadOnlyList<Step> Steps { get; init; } = [];

    /// <summary>The predictions that the steps ask for, in their order.</summary>
    public IReadOnlyList<Prediction> Predictions { get; init; } = [];

    /// <summary>Alter it, break it, fix it.</summary>
    public IReadOnlyList<Experiment> Experiments { get; init; } = [];

    /// <summary>The exercises, in rising order.</summary>
    public IReadOnlyList<Exercise> Exercises { get; init; } = [];

    /// <summary>The groups of the quiz.</summary>
    public IReadOnlyList<QuizGroup> Quiz { get; init; } = [];

    /// <summary>The flashcards.</summary>
    public IReadOnlyList<Card> Cards { get; init; } = [];

    /// <summary>The questions to answer in one's own words.</summary>
    public IReadOnlyList<ExplainQuestion> Explain { get; init; } = [];

    /// <summary>The words of the lesson.</summary>
    public IReadOnlyList<Term> Glossary { get; init; } = [];

    /// <summary>The same thing in three worlds.</summary>
    public IReadOnlyList<WordsRow> Words { get; init; } = [];

    /// <summary>The points of the mastery check.</summary>
    public IReadOnlyList<MasteryPoint> Mastery { get; init; } = [];

    /// <summary>Every program of the lesson, by its path in the lesson's folder.</summary>
    public IReadOnlyDictionary<string, SourceFile> Programs { get; init; } = new Dictionary<string, SourceFile>();
}
