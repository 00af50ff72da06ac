namespace AsyncBasics.Lab;

/// <summary>Explains the characters that a picture uses.</summary>
internal static class Legend
{
    public static IEnumerable<StyledLine> Lines(IReadOnlySet<Cell> used, TextTimelineOptions options)
    {
        StyledLine? line = null;
        foreach (Cell cell in Enum.GetValues<Cell>().Where(cell => cell != Cell.Blank && used.Contains(cell)))
        {
            string meaning = $" {Cells.Meaning(cell)}";
            int width = 1 + meaning.Length;
            if (line is not null && line.Width + 3 + width > options.Width)
            {
                yield return line;
                line = null;
            }

            line ??= new StyledLine(options.Width, options.Unicode);
            line.Add(line.Width == 0 ? " " : "   ");
            line.Add(Cells.Character(cell, options.Unicode).ToString(), Cells.Style(cell));
            line.Add(meaning, TextStyle.Quiet);
        }

        if (line is not null)
        {
            yield return line;
        }
    }
}
