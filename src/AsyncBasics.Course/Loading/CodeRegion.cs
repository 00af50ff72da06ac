using AsyncBasics.Lab;

namespace AsyncBasics.Course;

/// <summary>Cuts out of a program what a text shows of it.</summary>
public static class CodeRegion
{
    /// <summary>A program as a reader is to see it: without the lines that mark regions, and without empty lines at its end.</summary>
    public static string ShownText(this SourceFile program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return Cut(program.Text, null).Code;
    }

    /// <summary>
    /// The lines of a region without the indent that they share; all lines without those that mark regions when none is named. The first line
    /// is zero when there is no such region.
    /// </summary>
    internal static (string Code, int FirstLine) Cut(string program, string? region)
    {
        string[] lines = program.TrimEnd().Split('\n');
        if (region is null)
        {
            return (string.Join('\n', lines.Where(line => !IsMark(line))), 1);
        }

        int begin = Array.FindIndex(lines, line => line.Trim() == $"#region {region}");
        int end = begin < 0 ? -1 : Array.FindIndex(lines, begin, line => line.Trim() == "#endregion");
        if (end < 0)
        {
            return (string.Empty, 0);
        }

        string[] inside = lines[(begin + 1)..end];
        int indent = inside.Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return (string.Join('\n', inside.Select(line => line.Length >= indent ? line[indent..] : string.Empty)), begin + 2);
    }

    private static bool IsMark(string line) => line.Trim() is "#endregion" || line.Trim().StartsWith("#region ", StringComparison.Ordinal);
}
