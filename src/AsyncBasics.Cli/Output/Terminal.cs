namespace AsyncBasics.Cli;

/// <summary>Columns and lines of a terminal.</summary>
internal readonly record struct TerminalSize(int Columns, int Lines)
{
    /// <summary>What is assumed where nobody can tell.</summary>
    public static TerminalSize Default { get; } = new(80, 24);
}

/// <summary>Where the command writes, what can be shown there, and where answers come from.</summary>
internal sealed record Terminal
{
    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Where answers come from; nothing by default.</summary>
    public TextReader In { get; init; } = TextReader.Null;

    /// <summary>Whether somebody types them; otherwise they come from a file or a pipe.</summary>
    public bool IsInputInteractive { get; init; }

    /// <summary>Whether <see cref="Out"/> is a terminal whose cursor can be moved.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>Whether characters beyond ASCII can be shown.</summary>
    public bool Unicode { get; init; }

    /// <summary>Whether colours are possible and wanted.</summary>
    public bool Colour { get; init; }

    /// <summary>Asked again each time, since the user may change the size of the window.</summary>
    public Func<TerminalSize> Size { get; init; } = () => TerminalSize.Default;
}
