namespace AsyncBasics.Cli;

/// <summary>Breaks a line of code that does not fit: between words where it can, and the rest indented under it behind a mark.</summary>
internal static class CodeFold
{
    private const string Mark = "↪ ";

    public static IReadOnlyList<IReadOnlyList<Inked>> Fold(IReadOnlyList<Inked> pieces, int room)
    {
        string text = string.Concat(pieces.Select(piece => piece.Text));
        if (text.Length <= room || room <= Mark.Length)
        {
            return [pieces];
        }

        int indent = Math.Min(text.Length - text.TrimStart().Length, room / 2);
        List<IReadOnlyList<Inked>> lines = [];
        int from = 0;
        while (from < text.Length)
        {
            string before = from == 0 ? string.Empty : new string(' ', indent) + Mark;
            int to = from + Math.Min(room - before.Length, text.Length - from);
            if (to < text.Length)
            {
                int space = text.LastIndexOf(' ', to, to - from);
                to = space > from + indent ? space + 1 : to;
            }

            lines.Add([new Inked(before, Ink.Quiet), .. Between(pieces, from, to)]);
            from = to;
        }

        return lines;
    }

    private static IEnumerable<Inked> Between(IReadOnlyList<Inked> pieces, int from, int to)
    {
        int at = 0;
        foreach (Inked piece in pieces)
        {
            int start = Math.Clamp(from - at, 0, piece.Text.Length);
            int end = Math.Clamp(to - at, 0, piece.Text.Length);
            if (end > start)
            {
                yield return piece with { Text = piece.Text[start..end] };
            }

            at += piece.Text.Length;
        }
    }
}
