using AsyncBasics.Lab;

namespace AsyncBasics.Course;

/// <summary>Something that holds of a report or does not.</summary>
public abstract record Predicate
{
    /// <summary>What was measured that shows that it does not hold, in one sentence; <see langword="null"/> when it holds.</summary>
    public abstract string? Refute(Report report);
}
