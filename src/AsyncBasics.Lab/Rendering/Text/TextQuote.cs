using System.Globalization;

namespace AsyncBasics.Lab;

/// <summary>A line of source with its number, underlined, and what to do behind the line.</summary>
internal static class TextQuote
{
    private const int LeastWidth = 24;

    public static IEnumerable<StyledLine> Lines(SourceQuote quote, Fix? fix, TextTimelineOptions options)
    {
        string number = quote.Line.ToString(CultureInfo.InvariantCulture);
        int gutter = Math.Max(4, number.Length + 1);
        int room = options.Width - gutter - 3;
        if (room < LeastWidth)
        {
            return [];
        }

        (string source, int start) = Shown(quote, room, options.Unicode);
        StyledLine first = Begin(number.PadLeft(gutter), options);
        first.Add(source);
        List<StyledLine> lines = [first];

        int length = Math.Min(quote.Length, Math.Max(1, room - start));
        StyledLine second = Begin(new string(' ', gutter), options);
        second.Add(new string(' ', start));
        second.Add(new string('~', length), TextStyle.Underline);
        lines.Add(second);
        if (fix is not null)
        {
            lines.AddRange(Repair(fix, second, gutter, start, IndentationOf(source), options));
        }

        return lines;
    }

    /// <summary>
    /// Behind the underline where it fits; otherwise the words below it, and the code on lines of its own, marked as a line to add is.
    /// </summary>
    private static List<StyledLine> Repair(
        Fix fix, StyledLine underline, int gutter, int start, int indentation, TextTimelineOptions options)
    {
        string text = DisplayText.Clean(fix.Text.ReplaceLineEndings(" "), options.Unicode);
        string[] code = fix.Code is null ? [] : [.. fix.Code.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => CleanCode(line, options))];
        int left = options.Width - underline.Width - 2;
        if (code is [var only] && DisplayText.WidthOf(only) + 2 + DisplayText.WidthOf(text) <= left)
        {
            underline.Add("  ");
            underline.Add(only, TextStyle.Suggestion);
            underline.Add($"  {text}", TextStyle.Underline);
            return [];
        }

        List<StyledLine> lines = [];
        if (DisplayText.WidthOf(text) <= left)
        {
            underline.Add($"  {text}", TextStyle.Underline);
        }
        else
        {
            int indent = Math.Min(start, Math.Max(0, options.Width - gutter - 3 - 40));
            foreach (string line in DisplayText.Wrap(text, options.Width - gutter - 3 - indent))
            {
                StyledLine below = Begin(new string(' ', gutter), options);
                below.Add(new string(' ', indent));
                below.Add(line, TextStyle.Underline);
                lines.Add(below);
            }
        }

        // One line stands for what is underlined, several for the statements.
        int wish = code.Length == 1 ? start : indentation;
        int codeIndent = Math.Min(wish, Math.Max(0, options.Width - gutter - 3 - (code.Length == 0 ? 0 : code.Max(DisplayText.WidthOf))));
        foreach (string line in code)
        {
            var added = new StyledLine(options.Width, options.Unicode);
            added.Add($"{new string(' ', gutter)} + ", TextStyle.Suggestion);
            added.Add(new string(' ', codeIndent));
            added.Add(line, TextStyle.Suggestion);
            lines.Add(added);
        }

        return lines;
    }

    private static int IndentationOf(string line) => line.Length - line.TrimStart(' ').Length;

    private static StyledLine Begin(string gutter, TextTimelineOptions options)
    {
        var line = new StyledLine(options.Width, options.Unicode);
        line.Add($"{gutter} {(options.Unicode ? '│' : '|')} ", TextStyle.Quiet);
        return line;
    }

    /// <summary>As much of the line as fits, with what is meant in it.</summary>
    private static (string Source, int Start) Shown(SourceQuote quote, int room, bool unicode)
    {
        if (DisplayText.WidthOf(quote.Text) <= room)
        {
            return (quote.Text, quote.Start);
        }

        // What is meant and something of what stands behind it are worth more than the indentation and what stands before.
        int leave = Math.Max(0, IndentationOf(quote.Text) - 4);
        SourceQuote shorter = quote.Without(leave);
        if (shorter.Start + Math.Min(shorter.Length, room / 2) > room)
        {
            string ellipsis = unicode ? "…" : "..";
            int from = shorter.Start - (room / 3);
            string rest = DisplayText.Skip(shorter.Text, from + ellipsis.Length, out int skipped);
            return (DisplayText.Fit(ellipsis + rest, room, unicode), shorter.Start - skipped + ellipsis.Length);
        }

        return (DisplayText.Fit(shorter.Text, room, unicode), shorter.Start);
    }

    private static string CleanCode(string line, TextTimelineOptions options) =>
        DisplayText.Clean(line.Replace("\t", "    ", StringComparison.Ordinal), options.Unicode);
}
