using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace AsyncBasics.Cli;

/// <summary>Draws a table of Markdown: columns as wide as their text, or narrower where the terminal is.</summary>
internal sealed class TableText(InlineText inline)
{
    private const string Gap = "  ";

    public IReadOnlyList<IReadOnlyList<Inked>> Draw(Table table, int room)
    {
        Inked[][][] rows = [.. table.Cast<TableRow>().Select(row => row.Cast<TableCell>().Select(cell => Cell(cell, row.IsHeader)).ToArray())];
        int columns = rows.Length == 0 ? 0 : rows.Max(row => row.Length);
        int[] widths = [.. Enumerable.Range(0, columns).Select(column =>
            rows.Where(row => column < row.Length).Max(row => row[column].Sum(piece => AnsiCodes.Columns(piece.Text))))];
        Shrink(widths, room - (Gap.Length * (columns - 1)));

        List<IReadOnlyList<Inked>> lines = [];
        for (int i = 0; i < rows.Length; i++)
        {
            lines.AddRange(Row(rows[i], widths));
            if (((TableRow)table[i]).IsHeader)
            {
                lines.Add([new Inked(string.Join(Gap, widths.Select(width => new string('─', width))), Ink.Quiet)]);
            }
        }

        // A header without text is only there because Markdown wants one.
        return rows.Length > 0 && rows[0].All(cell => cell.All(piece => piece.Text.Trim().Length == 0)) ? lines[2..] : lines;
    }

    private Inked[] Cell(TableCell cell, bool isHeader) =>
        [.. cell.OfType<ParagraphBlock>().SelectMany(paragraph => inline.Of(paragraph.Inline, isHeader ? Ink.Strong : Ink.Plain))];

    /// <summary>Takes from the widest column until all of them fit.</summary>
    private static void Shrink(int[] widths, int room)
    {
        const int Narrowest = 6;
        while (widths.Sum() > room && widths.Max() > Narrowest)
        {
            widths[Array.IndexOf(widths, widths.Max())]--;
        }
    }

    private static IEnumerable<IReadOnlyList<Inked>> Row(Inked[][] cells, int[] widths)
    {
        IReadOnlyList<IReadOnlyList<Inked>>[] wrapped = [.. cells.Select((cell, column) => LineWrap.Wrap(cell, Math.Max(1, widths[column]), breaksWords: true))];
        int height = wrapped.Length == 0 ? 0 : Math.Max(1, wrapped.Max(cell => cell.Count));
        for (int line = 0; line < height; line++)
        {
            List<Inked> pieces = [];
            for (int column = 0; column < widths.Length; column++)
            {
                IReadOnlyList<Inked> text = column < wrapped.Length && line < wrapped[column].Count ? wrapped[column][line] : [];
                pieces.AddRange(text);
                int used = text.Sum(piece => AnsiCodes.Columns(piece.Text));
                pieces.Add(new Inked(new string(' ', Math.Max(0, widths[column] - used)) + (column < widths.Length - 1 ? Gap : string.Empty)));
            }

            yield return pieces;
        }
    }
}
