namespace AsyncBasics.Cli;

/// <summary>One task of the program: its name and how long it takes.</summary>
internal sealed record TaskSpec(string Name, double Seconds);
