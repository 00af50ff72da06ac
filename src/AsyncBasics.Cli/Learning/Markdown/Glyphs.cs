using System.Text;

namespace AsyncBasics.Cli;

/// <summary>The characters beyond ASCII that the course and its screens use, and what stands for them where they cannot be shown.</summary>
internal static class Glyphs
{
    /// <summary>The text as it can be shown.</summary>
    public static string Shown(string text, bool unicode)
    {
        if (unicode || text.All(char.IsAscii))
        {
            return text;
        }

        var ascii = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            ascii.Append(rune.IsAscii ? rune.ToString() : Ascii(rune));
        }

        return ascii.ToString();
    }

    private static string Ascii(Rune rune) => rune.ToString() switch
    {
        "–" or "—" or "−" or "─" => "-",
        "═" => "=",
        "│" or "┃" => "|",
        "…" => "...",
        "“" or "”" or "„" => "\"",
        "‘" or "’" => "'",
        "·" => "-",
        "•" => "*",
        "→" => "->",
        "←" => "<-",
        "↪" => "\\",
        "×" => "x",
        "≤" => "<=",
        "≥" => ">=",
        "≠" => "!=",
        "½" => "1/2",
        "✓" => "+",
        "✗" => "x",
        "○" => "o",
        "●" => "*",
        "█" => "#",
        "░" => ".",
        "▶" => ">",
        "\u00a0" => " ",
        _ => "?",
    };
}
