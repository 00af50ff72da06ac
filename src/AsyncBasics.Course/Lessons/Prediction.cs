using AsyncBasics.Lab;

namespace AsyncBasics.Course;

/// <summary>What is to be predicted of a program before it runs. What is right comes from running it.</summary>
public sealed record Prediction
{
    /// <summary>Its name.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>What is asked.</summary>
    public required string Question { get; init; }

    /// <summary>The program.</summary>
    public required SourceFile Program { get; init; }

    /// <summary>Whether its lines are to be put in order.</summary>
    public bool AsksForOrder { get; init; }

    /// <summary>The lines to put in order; all that it writes when there are none.</summary>
    public IReadOnlyList<PredictedLine> Lines { get; init; } = [];

    /// <summary>Whether its total time is to be guessed.</summary>
    public bool AsksForTotal { get; init; }

    /// <summary>Why it is as it is, in Markdown.</summary>
    public required string Reason { get; init; }

    /// <summary>Where it stands.</summary>
    public required ContentPlace Place { get; init; }
}

/// <summary>A line to be put in its place.</summary>
/// <param name="Text">The line, as the program writes it.</param>
/// <param name="Reason">Why it stands where it stands, if there is something to say.</param>
public sealed record PredictedLine(string Text, string? Reason);
