namespace AsyncBasics.Lab;

/// <summary>How a run ended that did not come to its own end.</summary>
/// <param name="Outcome">How.</param>
/// <param name="Message">In one sentence.</param>
/// <param name="Place">Where, as far as that is known.</param>
/// <param name="Limit">Which limit it went past.</param>
/// <param name="ExitCode">With which number it ended itself.</param>
internal sealed record Ending(Outcome Outcome, string Message, SourcePlace? Place, RunLimit? Limit = null, int? ExitCode = null);

/// <summary>Takes a program off the stage whose run has ended. Catching it helps little: the next probe throws it again.</summary>
internal sealed class ProgramEndedException() : Exception("The run has ended.");
