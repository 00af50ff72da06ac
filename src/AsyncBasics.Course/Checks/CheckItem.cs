namespace AsyncBasics.Course;

/// <summary>One thing that must hold of a run.</summary>
/// <param name="Predicate">What must hold.</param>
/// <param name="Message">What a learner is told when it does not.</param>
public sealed record CheckItem(Predicate Predicate, string Message);
