using System.Text;

namespace AsyncBasics.Lab;

/// <summary>A line of the source to be shown, and what of it is meant. Columns are those of a terminal: tabs are spaces already.</summary>
/// <param name="Line">The number of the line.</param>
/// <param name="Text">The line, without control characters.</param>
/// <param name="Start">The column at which the stretch begins, counted from zero.</param>
/// <param name="Length">How many columns it takes, at least one.</param>
internal sealed record SourceQuote(int Line, string Text, int Start, int Length)
{
    private const int TabWidth = 4;

    /// <summary>The first line of a place; <see langword="null"/> when it is not in the files.</summary>
    public static SourceQuote? Of(IReadOnlyList<SourceFile> files, SourcePlace place, bool unicode = true)
    {
        string? text = files.FirstOrDefault(file => file.Name == place.File)?.Text;
        if (text is null || LineOf(text, place.Line) is not { } line)
        {
            return null;
        }

        // Of an exception only the line is known: then all of it is meant.
        bool isLine = place is { Column: <= 1 } && place.EndLine <= place.Line && place.EndColumn <= place.Column;
        place = isLine ? place with { Column = line.Length - line.TrimStart().Length + 1, EndLine = place.Line, EndColumn = line.TrimEnd().Length + 1 } : place;
        int start = Math.Clamp(place.Column - 1, 0, line.Length);
        bool endsHere = place.EndLine <= place.Line && place.EndColumn > place.Column;
        int end = endsHere ? Math.Clamp(place.EndColumn - 1, start, line.Length) : place.EndLine > place.Line ? line.TrimEnd().Length : start;
        string before = Display(line[..start], 0, unicode);
        int column = DisplayText.WidthOf(before);
        string meant = Display(line[start..Math.Max(start, end)], column, unicode);
        int length = DisplayText.WidthOf(meant);
        string after = Display(line[Math.Max(start, end)..], column + length, unicode);
        return new SourceQuote(place.Line, (before + meant + after).TrimEnd(), column, Math.Max(1, length));
    }

    public static SourceQuote? Of(Report report, Finding finding, bool unicode = true) =>
        Of(report.Files, new SourcePlace(finding.File, finding.Line, finding.Column, finding.EndLine, finding.EndColumn), unicode);

    /// <summary>The same, with the columns before <paramref name="column"/> left out.</summary>
    public SourceQuote Without(int column) => this with { Text = Text[Math.Min(column, Text.Length)..], Start = Math.Max(0, Start - column) };

    private static string? LineOf(string text, int number)
    {
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            if (--number == 0)
            {
                return line.ToString();
            }
        }

        return null;
    }

    private static string Display(string text, int column, bool unicode)
    {
        var display = new StringBuilder();
        string[] pieces = text.Split('\t');
        for (int i = 0; i < pieces.Length; i++)
        {
            if (i > 0)
            {
                int width = TabWidth - ((column + DisplayText.WidthOf(display.ToString())) % TabWidth);
                display.Append(' ', width);
            }

            display.Append(DisplayText.Clean(pieces[i], unicode));
        }

        return display.ToString();
    }
}
