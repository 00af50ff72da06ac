using System.Text.Json.Serialization;

namespace AsyncBasics.Lab;

/// <summary>How a program is to be run. Everything has a default.</summary>
public sealed record RunOptions
{
    /// <summary>Whether time is virtual, so that waiting costs none; it is by default. A browser has no other.</summary>
    public bool IsVirtual { get; init; } = true;

    /// <summary>What the run may use up.</summary>
    public RunLimits Limits { get; init; } = new();

    /// <summary>From what random numbers come, so that each run is like the one before; 1 by default.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>What the program reads from standard input; nothing by default.</summary>
    public string Input { get; init; } = string.Empty;

    /// <summary>The arguments that the program's entry point is given; none by default.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Is told what the program writes while it runs; nobody by default.</summary>
    [JsonIgnore]
    public Action<string>? OnOutput { get; init; }

    /// <summary>Is told what the program writes to standard error while it runs; nobody by default.</summary>
    [JsonIgnore]
    public Action<string>? OnErrorOutput { get; init; }

    /// <summary>Looks at the run from another thread; nobody by default.</summary>
    [JsonIgnore]
    public RunWatch? Watch { get; init; }
}
