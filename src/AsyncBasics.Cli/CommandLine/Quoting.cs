using System.Globalization;
using System.Text;

namespace AsyncBasics.Cli;

/// <summary>Shows what a user typed inside a sentence, without letting it act on the terminal or fill the screen.</summary>
internal static class Quoting
{
    private const int Longest = 60;

    /// <summary>Whether every character can be printed as it is.</summary>
    public static bool IsPlain(string text) => text.EnumerateRunes().All(IsPlain);

    /// <summary>As <see cref="Shown"/>, where no quotation marks stand around it: a text that is empty has its own, so that it can be seen.</summary>
    public static string ShownBare(string text) => text.Length == 0 ? "\"\"" : Shown(text);

    /// <summary>The text with unprintable characters replaced and its middle left out when it is long.</summary>
    public static string Shown(string text)
    {
        var shown = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (shown.Length >= Longest)
            {
                return $"{shown}...";
            }

            shown.Append(IsPlain(rune) ? rune.ToString() : $"<U+{rune.Value:X4}>");
        }

        return shown.ToString();
    }

    // Format characters can turn the direction of what follows; the replacement character stands for broken text.
    private static bool IsPlain(Rune rune) => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune)
        is not UnicodeCategory.Control
        and not UnicodeCategory.Format
        and not UnicodeCategory.LineSeparator
        and not UnicodeCategory.ParagraphSeparator;
}
