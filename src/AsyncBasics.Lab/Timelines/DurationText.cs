using System.Globalization;

namespace AsyncBasics.Lab;

/// <summary>Durations as words: with a point as the decimal sign, whatever the machine's language.</summary>
internal static class DurationText
{
    /// <summary>As short as it goes: <c>2 s</c>, <c>0.25 s</c>, <c>30 ms</c>, <c>2 min 5 s</c>.</summary>
    public static string Short(TimeSpan duration) => Format(duration, "0.##", "0.##");

    /// <summary>Rounded to what matters: <c>2 s</c>, <c>1.5 s</c>.</summary>
    public static string About(TimeSpan duration) => Format(duration, "0.##", "0.#");

    /// <summary>With one decimal where it is some seconds, so that two of them can be compared: <c>6.0 s</c>.</summary>
    public static string Total(TimeSpan duration) => Format(duration, "0.00", "0.0");

    /// <summary>How much of a whole: <c>1 of 5 s</c>.</summary>
    public static string Share(TimeSpan part, TimeSpan whole)
    {
        string[] words = Short(part).Split(' ');
        string all = Short(whole);
        bool sameUnit = words.Length == 2 && all.Split(' ') is [_, var unit] && unit == words[1];
        return sameUnit ? $"{words[0]} of {all}" : $"{Short(part)} of {all}";
    }

    private static string Format(TimeSpan duration, string tenths, string seconds)
    {
        double s = duration.TotalSeconds;
        return s switch
        {
            <= 0 => $"{Number(0, seconds)} s",
            < 0.000_999_5 => $"{Number(s * 1e6, "0")} µs",
            < 0.01 => $"{Number(s * 1e3, "0.#")} ms",
            < 0.0995 => $"{Number(s * 1e3, "0")} ms",
            < 0.995 => $"{Number(s, tenths)} s",
            < 119.995 => $"{Number(s, seconds)} s",
            < 7200 => Two(Math.Round(s), 60, "min", "s"),
            < 172_800 => Two(Math.Round(s / 60), 60, "h", "min"),
            _ => Two(Math.Round(s / 3600), 24, "d", "h"),
        };
    }

    private static string Two(double small, int smallInLarge, string largeUnit, string smallUnit)
    {
        double large = Math.Floor(small / smallInLarge);
        double rest = small - (large * smallInLarge);
        return rest == 0 ? $"{Number(large, "0")} {largeUnit}" : $"{Number(large, "0")} {largeUnit} {Number(rest, "0")} {smallUnit}";
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
