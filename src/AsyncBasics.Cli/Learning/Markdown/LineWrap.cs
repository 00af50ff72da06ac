namespace AsyncBasics.Cli;

/// <summary>Breaks text into lines between its words.</summary>
internal static class LineWrap
{
    /// <summary>The pieces in lines that are no wider than they may be, unless a single word is.</summary>
    /// <param name="pieces">The text; a line feed in it breaks the line.</param>
    /// <param name="width">The columns there are.</param>
    /// <param name="breaksWords">Whether a word that is wider goes on in the next line.</param>
    public static IReadOnlyList<IReadOnlyList<Inked>> Wrap(IEnumerable<Inked> pieces, int width, bool breaksWords = false)
    {
        List<IReadOnlyList<Inked>> lines = [];
        List<Inked> line = [];
        int column = 0;
        foreach (Word word in breaksWords ? Words(pieces).SelectMany(word => word.Broken(width)) : Words(pieces))
        {
            if (word.BreaksBefore || (column > 0 && column + (word.HasSpaceBefore ? 1 : 0) + word.Width > Math.Max(1, width)))
            {
                lines.Add(line);
                line = [];
                column = 0;
            }

            if (word.HasSpaceBefore && column > 0)
            {
                // The space belongs to both neighbours when they are alike, so that underlines and the like do not break.
                Ink ink = line[^1].Ink == word.Pieces.FirstOrDefault().Ink ? line[^1].Ink : Ink.Plain;
                line.Add(new Inked(" ", ink));
                column++;
            }

            line.AddRange(word.Pieces);
            column += word.Width;
        }

        if (line.Count > 0)
        {
            lines.Add(line);
        }

        return lines;
    }

    private static IEnumerable<Word> Words(IEnumerable<Inked> pieces)
    {
        var word = new Word();
        foreach (Inked piece in pieces)
        {
            int from = 0;
            for (int i = 0; i <= piece.Text.Length; i++)
            {
                if (i < piece.Text.Length && piece.Text[i] is not (' ' or '\n'))
                {
                    continue;
                }

                if (i > from)
                {
                    word.Pieces.Add(piece with { Text = piece.Text[from..i] });
                }

                if (i < piece.Text.Length)
                {
                    bool isBreak = piece.Text[i] == '\n';
                    if (word.Pieces.Count > 0 || (isBreak && word.BreaksBefore))
                    {
                        yield return word;
                        word = new Word { HasSpaceBefore = true };
                    }

                    word.BreaksBefore |= isBreak;
                    word.HasSpaceBefore = true;
                }

                from = i + 1;
            }
        }

        if (word.Pieces.Count > 0)
        {
            yield return word;
        }
    }

    private sealed class Word
    {
        public List<Inked> Pieces { get; } = [];

        public bool HasSpaceBefore { get; set; }

        public bool BreaksBefore { get; set; }

        /// <summary>The word in parts that are no wider than they may be.</summary>
        public IEnumerable<Word> Broken(int width)
        {
            var part = new Word { HasSpaceBefore = HasSpaceBefore, BreaksBefore = BreaksBefore };
            int room = width;
            foreach (Inked piece in Pieces)
            {
                for (int from = 0; from < piece.Text.Length;)
                {
                    if (room <= 0)
                    {
                        yield return part;
                        part = new Word { BreaksBefore = true };
                        room = width;
                    }

                    int taken = Math.Min(room, piece.Text.Length - from);
                    part.Pieces.Add(piece with { Text = piece.Text.Substring(from, taken) });
                    from += taken;
                    room -= taken;
                }
            }

            yield return part;
        }

        public int Width => Pieces.Sum(piece => AnsiCodes.Columns(piece.Text));
    }
}
