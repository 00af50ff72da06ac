using AsyncBasics.Lab;

namespace AsyncBasics.Course;

/// <summary>A program to finish, and a check of how it behaves.</summary>
public sealed record Exercise
{
    /// <summary>The name of its folder, such as <c>05-gather</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>What is to be reached, in one sentence.</summary>
    public required string Goal { get; init; }

    /// <summary>The term of the glossary that it is about.</summary>
    public required string Concept { get; init; }

    /// <summary>What must hold of a run.</summary>
    public required IReadOnlyList<CheckItem> Check { get; init; }

    /// <summary>A question, a pointer, and nearly there.</summary>
    public required IReadOnlyList<string> Hints { get; init; }

    /// <summary>A word after success, in Markdown.</summary>
    public required string After { get; init; }

    /// <summary>What the learner begins with.</summary>
    public required SourceFile Starter { get; init; }

    /// <summary>A solution.</summary>
    public required SourceFile Solution { get; init; }

    /// <summary>A solution in a different style.</summary>
    public required SourceFile Alternative { get; init; }

    /// <summary>Programs that are wrong in a typical way.</summary>
    public required IReadOnlyList<Mutant> Mutants { get; init; }

    /// <summary>Where it stands.</summary>
    public required ContentPlace Place { get; init; }
}

/// <summary>A program that is wrong in a typical way, to see that the check refuses it.</summary>
/// <param name="Program">The program.</param>
/// <param name="Mistake">What is wrong with it.</param>
public sealed record Mutant(SourceFile Program, string Mistake);
