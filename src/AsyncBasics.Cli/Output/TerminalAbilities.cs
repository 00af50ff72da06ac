using System.Globalization;

namespace AsyncBasics.Cli;

/// <summary>Reads out of the environment what a terminal can do.</summary>
/// <param name="variable">Gives the value of an environment variable.</param>
/// <param name="isRedirected">Whether the output goes to a file or a pipe.</param>
internal sealed class TerminalAbilities(Func<string, string?> variable, bool isRedirected)
{
    private static readonly string[] s_localeVariables = ["LC_ALL", "LC_CTYPE", "LANG"];

    public bool IsInteractive => !isRedirected && !IsDumb;

    /// <summary>Colours on a terminal only, and not where <c>NO_COLOR</c> is set (no-color.org).</summary>
    public bool Colour => IsInteractive && string.IsNullOrEmpty(variable("NO_COLOR"));

    private bool IsDumb => variable("TERM") is "dumb";

    // The console of Linux itself has few glyphs, whatever the language is set to.
    private bool IsPoorInGlyphs => IsDumb || variable("TERM") is "linux";

    /// <summary>Whether the language settings ask for UTF-8, in the order in which the C library reads them.</summary>
    public bool IsUnicodeByLocale
    {
        get
        {
            string? locale = s_localeVariables.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value));
            string[] spellings = ["UTF-8", "UTF8"];
            return !IsPoorInGlyphs
                && spellings.Any(utf8 => locale?.Contains(utf8, StringComparison.OrdinalIgnoreCase) ?? false);
        }
    }

    /// <summary>
    /// The smaller of what the terminal says and <c>COLUMNS</c>, which a user sets to have it narrower; without a terminal
    /// what <c>COLUMNS</c> says.
    /// </summary>
    /// <param name="measured">What the terminal says; <see langword="null"/> when there is none.</param>
    public TerminalSize Size(TerminalSize? measured)
    {
        TerminalSize size = measured is { Columns: > 0, Lines: > 0 } real ? real : TerminalSize.Default;
        bool isSet = int.TryParse(variable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out int columns);
        return !isSet || columns == 0 ? size
            : size with { Columns = measured is null ? columns : Math.Min(columns, size.Columns) };
    }
}
