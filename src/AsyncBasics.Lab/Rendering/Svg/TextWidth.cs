using System.Text;

namespace AsyncBasics.Lab;

/// <summary>Guesses how wide a text will be, where nobody knows which font will draw it: rather too wide than too narrow.</summary>
internal static class TextWidth
{
    /// <summary>The width in pixels.</summary>
    public static double Of(string text, double fontSize)
    {
        double width = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            width += WideRunes.WidthOf(rune) switch
            {
                0 => 0,
                2 => 1.05,
                _ => Narrow(rune.Value),
            };
        }

        return width * fontSize;
    }

    /// <summary>As much of the text as fits, with an ellipsis for the rest.</summary>
    public static string Fit(string text, double width, double fontSize)
    {
        if (Of(text, fontSize) <= width)
        {
            return text;
        }

        const string Ellipsis = "…";
        double left = width - Of(Ellipsis, fontSize);
        var fitting = new StringBuilder();
        foreach (string character in DisplayText.Characters(text))
        {
            left -= Of(character, fontSize);
            if (left < 0)
            {
                break;
            }

            fitting.Append(character);
        }

        return fitting.ToString().TrimEnd() + Ellipsis;
    }

    /// <summary>The text in lines of at most <paramref name="width"/> pixels, broken at spaces.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, double fontSize)
    {
        List<string> lines = [];
        string line = string.Empty;
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Of(longer, fontSize) > width)
            {
                lines.Add(line);
                longer = word;
            }

            line = Fit(longer, width, fontSize);
        }

        lines.Add(line);
        return lines;
    }

    private static double Narrow(int value) => value switch
    {
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' => 0.33,
        ' ' or 'f' or 't' or 'r' or '(' or ')' or '[' or ']' or '-' or '·' => 0.37,
        'm' or 'w' or 'M' or 'W' or '@' or '%' or '…' => 0.92,
        >= 'A' and <= 'Z' => 0.69,
        _ => 0.59,
    };
}
