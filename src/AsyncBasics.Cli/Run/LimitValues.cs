using System.Globalization;

namespace AsyncBasics.Cli;

/// <summary>Reads the values of limits: numbers with a unit behind them, or none.</summary>
internal static class LimitValues
{
    private static readonly (string Unit, double Seconds)[] s_times = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600), ("", 1)];

    private static readonly (string Unit, double Count)[] s_counts = [("k", 1e3), ("M", 1e6), ("G", 1e9), ("", 1)];

    private static readonly (string Unit, double Bytes)[] s_sizes =
        [("k", 1 << 10), ("M", 1 << 20), ("G", 1 << 30), ("", 1 << 20)];

    /// <summary>A time such as <c>10</c>, <c>1.5s</c>, <c>500ms</c>, <c>2m</c> or <c>1h</c>; without a unit in seconds.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static TimeSpan Time(string option, string text) =>
        TimeSpan.FromSeconds(Read(option, text, s_times, most: 1e9, "a time such as 10, 1.5s, 500ms, 2m or 1h"));

    /// <summary>A count such as <c>1000</c>, <c>20k</c> or <c>5M</c>.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static long Count(string option, string text) =>
        (long)Math.Max(1, Read(option, text, s_counts, most: 1e18, "a count such as 1000, 20k or 5M"));

    /// <summary>A size such as <c>256</c>, <c>256M</c> or <c>1G</c>; without a unit in mebibytes.</summary>
    /// <returns>Bytes.</returns>
    /// <exception cref="UsageException">It is none.</exception>
    public static long Size(string option, string text) =>
        (long)Math.Max(1, Read(option, text, s_sizes, most: 1L << 40, "a size such as 256M or 1G"));

    private static double Read(string option, string text, (string Unit, double Factor)[] units, double most, string expected)
    {
        (string unit, double factor) = units.First(pair => text.EndsWith(pair.Unit, StringComparison.Ordinal));
        bool isNumber = double.TryParse(
            text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number);
        double value = number * factor;
        if (isNumber && value > 0 && value <= most)
        {
            return value;
        }

        string problem = !isNumber ? string.Empty : value > most ? "that is too much, " : "it has to be more than zero, ";
        throw new UsageException($"{option} {Quoting.ShownBare(text)}: {problem}write {expected}.");
    }
}
