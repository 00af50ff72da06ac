namespace AsyncBasics.Tests;

/// <summary>Tests that measure real time or the process: they run alone, after all others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RealTimeCollection
{
    public const string Name = "Real time";
}
