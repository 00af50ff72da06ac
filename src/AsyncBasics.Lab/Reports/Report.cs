using System.Text.Json.Serialization;

namespace AsyncBasics.Lab;

/// <summary>What the lab knows of a program: plain data, the same in a terminal, in a browser and in a file.</summary>
public sealed record Report
{
    /// <summary>The version of the shape of this data; a field that changes its meaning makes a new one.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>The version of the shape that this report has.</summary>
    [JsonPropertyOrder(-1)]
    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>The program's title: the name of its first file.</summary>
    public required string Program { get; init; }

    /// <summary>In which kind of async code it is written.</summary>
    public required Dialect Dialect { get; init; }

    /// <summary>How the run ended.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Which limit ended it, if one did.</summary>
    public RunLimit? Limit { get; init; }

    /// <summary>One sentence on how it ended, when it did not just finish.</summary>
    public string? Message { get; init; }

    /// <summary>Where it failed or was stopped, where that is known.</summary>
    public SourcePlace? Place { get; init; }

    /// <summary>Whether it ran on the virtual clock.</summary>
    public bool IsVirtual { get; init; } = true;

    /// <summary>How long it took, in seconds on its clock.</summary>
    public double MakespanSeconds { get; init; }

    /// <summary>
    /// How long it had to take, in seconds: the same work with nobody held up by a blocking call, and with all that need not have waited
    /// begun when it could have. <see langword="null"/> when the run does not tell.
    /// </summary>
    public double? CriticalPathSeconds { get; init; }

    /// <summary>What it wrote to standard output.</summary>
    public string Stdout { get; init; } = string.Empty;

    /// <summary>What it wrote to standard error.</summary>
    public string Stderr { get; init; } = string.Empty;

    /// <summary>What whoever reads it should know of the run: sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What the program returned, if it returned a number or ended itself with one.</summary>
    public int? ExitCode { get; init; }

    /// <summary>The source, to quote from.</summary>
    public IReadOnlyList<SourceFile> Files { get; init; } = [];

    /// <summary>What the compiler said.</summary>
    public IReadOnlyList<CompilerMessage> Diagnostics { get; init; } = [];

    /// <summary>What the lab found, in the order of the source.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>The run as lanes over time; <see langword="null"/> when there was none.</summary>
    public Timeline? Timeline { get; init; }
}
