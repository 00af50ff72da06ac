namespace AsyncBasics.Cli;

/// <summary>The command line makes no sense.</summary>
/// <param name="sentence">What is wrong, where, and what to do: one sentence.</param>
internal sealed class UsageException(string sentence) : Exception(sentence);
