using System.Globalization;
using System.Text;

namespace AsyncBasics.Lab;

/// <summary>Text for a terminal, where what counts is the number of columns and not of characters.</summary>
internal static class DisplayText
{
    /// <summary>How many columns the text takes.</summary>
    public static int WidthOf(string text)
    {
        int width = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            width += WideRunes.WidthOf(rune);
        }

        return width;
    }

    /// <summary>
    /// The text without what would break a line or its columns: control characters become question marks; marks of direction go, and
    /// of characters that are joined into one picture only the first stays, since terminals disagree on how wide the picture is.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="unicode">Whether the terminal can show more than ASCII; otherwise what it cannot becomes a question mark.</param>
    public static string Clean(string text, bool unicode)
    {
        var clean = new StringBuilder(text.Length);
        foreach (string character in Characters(text))
        {
            clean.Append(unicode ? CleanCharacter(character) : ToAscii(character));
        }

        return clean.ToString();
    }

    /// <summary>The text in at most <paramref name="width"/> columns; what does not fit gives way to an ellipsis.</summary>
    public static string Fit(string text, int width, bool unicode)
    {
        if (WidthOf(text) <= width)
        {
            return text;
        }

        string ellipsis = unicode ? "…" : "..";
        return width < ellipsis.Length ? Take(text, width) : Take(text, width - ellipsis.Length).TrimEnd() + ellipsis;
    }

    /// <summary>The text and as many spaces as make it <paramref name="width"/> columns wide.</summary>
    public static string Pad(string text, int width) => text + new string(' ', Math.Max(0, width - WidthOf(text)));

    /// <summary>The text in lines of at most <paramref name="width"/> columns, broken at spaces, or inside a word that is longer than a line.</summary>
    public static IReadOnlyList<string> Wrap(string text, int width)
    {
        List<string> lines = [string.Empty];
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string rest = word;
            int room = lines[^1].Length == 0 ? width : width - WidthOf(lines[^1]) - 1;
            if (WidthOf(rest) > room && lines[^1].Length > 0)
            {
                lines.Add(string.Empty);
            }

            while (WidthOf(rest) > width && Take(rest, width) is { Length: > 0 } piece)
            {
                lines[^1] = piece;
                lines.Add(string.Empty);
                rest = rest[piece.Length..];
            }

            lines[^1] += lines[^1].Length == 0 ? rest : " " + rest;
        }

        return lines is [.., ""] && lines.Count > 1 ? lines[..^1] : lines;
    }

    /// <summary>What stands behind the first <paramref name="columns"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="columns">How many columns to leave out at least.</param>
    /// <param name="skipped">How many were left out: one more where a wide character stood across.</param>
    public static string Skip(string text, int columns, out int skipped)
    {
        skipped = 0;
        int index = 0;
        foreach (string character in Characters(text))
        {
            if (skipped >= columns)
            {
                break;
            }

            skipped += WidthOf(character);
            index += character.Length;
        }

        return text[index..];
    }

    /// <summary>What fits into <paramref name="width"/> columns.</summary>
    public static string Take(string text, int width)
    {
        var taken = new StringBuilder();
        foreach (string character in Characters(text))
        {
            width -= WidthOf(character);
            if (width < 0)
            {
                break;
            }

            taken.Append(character);
        }

        return taken.ToString();
    }

    /// <summary>What a reader takes for one character, such as a letter with its accents.</summary>
    public static IEnumerable<string> Characters(string text)
    {
        TextElementEnumerator characters = StringInfo.GetTextElementEnumerator(text);
        while (characters.MoveNext())
        {
            yield return characters.GetTextElement();
        }
    }

    private static string CleanCharacter(string character)
    {
        var clean = new StringBuilder();
        foreach (Rune rune in character.EnumerateRunes())
        {
            UnicodeCategory category = Rune.GetUnicodeCategory(rune);
            if (category == UnicodeCategory.Format && clean.Length > 0)
            {
                break;
            }

            bool isVariant = rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);
            bool breaksLines = category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
            if (breaksLines)
            {
                clean.Append('?');
            }
            else if (category != UnicodeCategory.Format && !isVariant)
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }

    private static string ToAscii(string character) => character switch
    {
        [>= ' ' and <= '~'] => character,
        "·" or "–" or "—" => "-",
        "…" => "..",
        "µ" => "u",
        _ => "?",
    };
}
