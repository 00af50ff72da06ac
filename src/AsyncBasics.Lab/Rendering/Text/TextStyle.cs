using System.Text;

namespace AsyncBasics.Lab;

/// <summary>What a piece of a line is, for a terminal with colours.</summary>
internal enum TextStyle
{
    Plain,
    Title,
    Quiet,
    Running,
    Waiting,
    Critical,
    Starved,
    Blocked,
    Done,
    Failed,
    Cancelled,
    Underline,
    Suggestion,
}

/// <summary>A line of pieces, of which each may have a colour; it never gets wider than it may.</summary>
internal sealed class StyledLine(int maxWidth, bool unicode)
{
    private readonly List<(string Text, TextStyle Style)> _pieces = [];

    public int Width { get; private set; }

    public IReadOnlyList<(string Text, TextStyle Style)> Pieces => _pieces;

    /// <summary>Adds what fits of a text that has been cleaned.</summary>
    public void Add(string text, TextStyle style = TextStyle.Plain)
    {
        string fitting = DisplayText.Fit(text, maxWidth - Width, unicode);
        if (fitting.Length > 0)
        {
            _pieces.Add((fitting, style));
            Width += DisplayText.WidthOf(fitting);
        }
    }

    /// <summary>Goes on at a column, if it is not past it.</summary>
    public void MoveTo(int column)
    {
        if (column > Width)
        {
            Add(new string(' ', Math.Min(column, maxWidth) - Width));
        }
    }

    public string ToText(bool colour)
    {
        int last = _pieces.FindLastIndex(piece => piece.Text.AsSpan().Trim().Length > 0);
        var text = new StringBuilder();
        for (int i = 0; i <= last; i++)
        {
            (string piece, TextStyle style) = _pieces[i];
            piece = i == last ? piece.TrimEnd() : piece;
            text.Append(colour && CodeOf(style) is { } code ? $"\e[{code}m{piece}\e[0m" : piece);
        }

        return text.ToString();
    }

    private static string? CodeOf(TextStyle style) => style switch
    {
        TextStyle.Title => "1",
        TextStyle.Quiet => "2",
        TextStyle.Running => "36",
        TextStyle.Waiting => "34",
        TextStyle.Critical => "1;34",
        TextStyle.Starved => "33",
        TextStyle.Blocked => "31",
        TextStyle.Done => "32",
        TextStyle.Failed => "1;31",
        TextStyle.Underline => "31",
        TextStyle.Suggestion => "32",
        TextStyle.Cancelled => "35",
        _ => null,
    };
}
