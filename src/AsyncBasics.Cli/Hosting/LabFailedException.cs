namespace AsyncBasics.Cli;

/// <summary>The lab itself has failed over a program: a mistake in the lab, not in the program.</summary>
/// <param name="details">What the host had to say.</param>
internal sealed class LabFailedException(string details) : Exception("The lab has failed over this program: that is a mistake in the lab.")
{
    /// <summary>For those who repair it.</summary>
    public string Details { get; } = details;
}
