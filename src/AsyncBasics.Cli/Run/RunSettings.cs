using AsyncBasics.Lab;

namespace AsyncBasics.Cli;

/// <summary>What the command line of <c>run</c> asks for.</summary>
internal sealed record RunSettings
{
    /// <summary>Where the program's source is: files, folders, or <c>-</c>.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Another program, to be shown beside the first.</summary>
    public string? Compare { get; init; }

    /// <summary>How it is run.</summary>
    public required RunOptions Options { get; init; }

    /// <summary>Where reports are written besides the terminal.</summary>
    public required ReportFiles Files { get; init; }

    /// <summary>Whether the report goes to standard output as JSON, and nothing else does.</summary>
    public bool JsonToOutput { get; init; }

    /// <summary>Whether the picture is told in words.</summary>
    public bool InWords { get; init; }

    /// <summary>Whether only the findings are shown.</summary>
    public bool Quiet { get; init; }

    /// <summary>Whether findings make the exit code 1.</summary>
    public bool Strict { get; init; }

    /// <summary>Whether it runs again each time that a file is saved.</summary>
    public bool Watch { get; init; }
}
