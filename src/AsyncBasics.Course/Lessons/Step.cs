using AsyncBasics.Lab;

namespace AsyncBasics.Course;

/// <summary>A step of the walkthrough: text, code, predictions and runs, one after another.</summary>
public sealed record Step
{
    /// <summary>Its name.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>The question at its end.</summary>
    public required string Question { get; init; }

    /// <summary>The answer to it, in Markdown.</summary>
    public required string Answer { get; init; }

    /// <summary>What it consists of.</summary>
    public required IReadOnlyList<StepBlock> Blocks { get; init; }

    /// <summary>Where it stands.</summary>
    public required ContentPlace Place { get; init; }
}

/// <summary>A part of a step.</summary>
public abstract record StepBlock;

/// <summary>Text in Markdown.</summary>
/// <param name="Markdown">The text.</param>
public sealed record TextBlock(string Markdown) : StepBlock;

/// <summary>Code out of a file.</summary>
/// <param name="Program">The whole file.</param>
/// <param name="Code">What of it is shown.</param>
/// <param name="FirstLine">The line of the file on which <paramref name="Code"/> begins.</param>
/// <param name="Dialect">In which dialect it is, where the text shows both.</param>
public sealed record CodeBlock(SourceFile Program, string Code, int FirstLine, Dialect? Dialect) : StepBlock;

/// <summary>A prediction to lock in; the program is run afterwards.</summary>
/// <param name="Prediction">The prediction.</param>
public sealed record PredictBlock(Prediction Prediction) : StepBlock;

/// <summary>A run, with its output, its timeline and what the lab finds.</summary>
/// <param name="Program">The program.</param>
public sealed record RunBlock(SourceFile Program) : StepBlock;

/// <summary>The output of a program, as a block of text.</summary>
/// <param name="Program">The program.</param>
public sealed record OutputBlock(SourceFile Program) : StepBlock;
