using AsyncBasics.Lab;

namespace AsyncBasics.Course;

/// <summary>What an experiment does to the program.</summary>
public enum ExperimentKind
{
    /// <summary>Changes it.</summary>
    Alter,

    /// <summary>Breaks it.</summary>
    Break,

    /// <summary>Repairs it.</summary>
    Fix,
}

/// <summary>A program that runs, with a question before and an explanation after.</summary>
public sealed record Experiment
{
    /// <summary>The name of its folder.</summary>
    public required string Id { get; init; }

    /// <summary>What it does to the program.</summary>
    public required ExperimentKind Kind { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>What to think about before the run, in Markdown.</summary>
    public required string Question { get; init; }

    /// <summary>What was to be seen, in Markdown.</summary>
    public required string Explanation { get; init; }

    /// <summary>The program in each dialect in which there is one.</summary>
    public required IReadOnlyDictionary<Dialect, SourceFile> Programs { get; init; }

    /// <summary>The kinds of finding that the lab must give, by dialect.</summary>
    public required IReadOnlyDictionary<Dialect, IReadOnlyList<string>> Findings { get; init; }

    /// <summary>Where it stands.</summary>
    public required ContentPlace Place { get; init; }
}
