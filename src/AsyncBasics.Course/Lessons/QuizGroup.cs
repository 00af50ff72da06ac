using AsyncBasics.Lab;

namespace AsyncBasics.Course;

/// <summary>Questions about one subject.</summary>
/// <param name="Id">The group's name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Questions">Its questions.</param>
public sealed record QuizGroup(string Id, string Title, IReadOnlyList<QuizQuestion> Questions);

/// <summary>What a question asks for.</summary>
public enum QuizAsk
{
    /// <summary>The right one of several answers, as its author marked it.</summary>
    Choice,

    /// <summary>The order of lines in a program's output; running it tells which answer is right.</summary>
    Order,

    /// <summary>The time that a program takes; running it tells which answer is right.</summary>
    Total,
}

/// <summary>A question with several answers, of which one is right.</summary>
public sealed record QuizQuestion
{
    /// <summary>Its name, unique in its group.</summary>
    public required string Id { get; init; }

    /// <summary>The question, in Markdown.</summary>
    public required string Text { get; init; }

    /// <summary>The program that it is about.</summary>
    public SourceFile? Program { get; init; }

    /// <summary>What it asks for.</summary>
    public required QuizAsk Ask { get; init; }

    /// <summary>The answers, in the order of the file.</summary>
    public required IReadOnlyList<QuizOption> Options { get; init; }

    /// <summary>Where it stands.</summary>
    public required ContentPlace Place { get; init; }
}

/// <summary>An answer to choose.</summary>
public sealed record QuizOption
{
    /// <summary>The answer, in Markdown.</summary>
    public required string Text { get; init; }

    /// <summary>Why it is right or wrong, in Markdown.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether its author says that it is right: for a choice.</summary>
    public bool IsRight { get; init; }

    /// <summary>The lines, in the order that this answer claims: for an order.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>The time that this answer claims, in seconds: for a total.</summary>
    public double? Seconds { get; init; }
}
