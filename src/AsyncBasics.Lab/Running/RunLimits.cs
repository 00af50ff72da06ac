namespace AsyncBasics.Lab;

/// <summary>What a run may use up. Past any of these it stops with a clear word, and keeps what it has.</summary>
public sealed record RunLimits
{
    /// <summary>Real time; 10 s by default.</summary>
    public TimeSpan WallTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Time on the virtual clock; a day by default.</summary>
    public TimeSpan VirtualTime { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Turns of loops, calls and steps, together; 200 million by default.</summary>
    public long Steps { get; init; } = 200_000_000;

    /// <summary>Characters written; a million by default.</summary>
    public int OutputCharacters { get; init; } = 1_000_000;

    /// <summary>
    /// Bytes of memory; 512 MiB by default. Whatever stands here, a million of the events that a report tells, such as waits and pauses, are as
    /// much as it can hold.
    /// </summary>
    public long MemoryBytes { get; init; } = 512L << 20;
}
