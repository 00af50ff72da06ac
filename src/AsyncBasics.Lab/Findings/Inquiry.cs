namespace AsyncBasics.Lab;

/// <summary>All that a rule may ask: the program, what its code changes, and what happened when it ran.</summary>
/// <param name="Program">The author's program.</param>
/// <param name="Effects">What pieces of it read and change.</param>
/// <param name="Run">The run; <see langword="null"/> when there was none.</param>
internal sealed record Inquiry(SourceProgram Program, EffectReader Effects, RunFacts? Run);
