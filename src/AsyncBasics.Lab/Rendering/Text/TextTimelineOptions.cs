namespace AsyncBasics.Lab;

/// <summary>How a timeline is to be drawn as text.</summary>
public sealed record TextTimelineOptions
{
    /// <summary>The columns there are; no line is wider. 80 by default.</summary>
    public int Width { get; init; } = 80;

    /// <summary>Whether characters beyond ASCII may be used; they may by default.</summary>
    public bool Unicode { get; init; } = true;

    /// <summary>Whether to add ANSI colours to the patterns; off by default.</summary>
    public bool Colour { get; init; }

    /// <summary>Whether the characters are explained below; they are by default.</summary>
    public bool Legend { get; init; } = true;

    /// <summary>How many lanes are drawn at most; of the others only the number is told. 40 by default.</summary>
    public int MaxLanes { get; init; } = 40;
}
