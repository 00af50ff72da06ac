namespace AsyncBasics.Cli;

/// <summary>What a piece of text is, for a terminal with colours.</summary>
internal enum Ink
{
    Plain,
    Heading,
    Strong,
    Emphasis,
    Code,
    Quiet,
    Keyword,
    Literal,
    Comment,
    Type,
    Good,
    Bad,
    Note,
    Warning,
}

/// <summary>A piece of text in one ink.</summary>
internal readonly record struct Inked(string Text, Ink Ink = Ink.Plain)
{
    public string ToText(bool colour) => colour && CodeOf(Ink) is { } code && Text.Length > 0 ? $"\e[{code}m{Text}\e[0m" : Text;

    /// <summary>Pieces of a line, joined.</summary>
    public static string ToText(IEnumerable<Inked> pieces, bool colour) => string.Concat(pieces.Select(piece => piece.ToText(colour)));

    private static string? CodeOf(Ink ink) => ink switch
    {
        Ink.Heading => "1;36",
        Ink.Strong => "1",
        Ink.Emphasis => "3",
        Ink.Code => "36",
        Ink.Quiet => "2",
        Ink.Keyword => "34",
        Ink.Literal => "32",
        Ink.Comment => "2;32",
        Ink.Type => "36",
        Ink.Good => "32",
        Ink.Bad => "31",
        Ink.Note => "1;34",
        Ink.Warning => "1;33",
        _ => null,
    };
}
