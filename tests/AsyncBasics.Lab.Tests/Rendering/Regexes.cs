using System.Text.RegularExpressions;

namespace AsyncBasics.Lab.Tests.Rendering;

internal static partial class Regexes
{
    /// <summary>ANSI sequences that change the colour.</summary>
    [GeneratedRegex(@"\e\[[0-9;]*m")]
    public static partial Regex Colours();
}
