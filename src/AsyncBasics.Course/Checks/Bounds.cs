using System.Globalization;

namespace AsyncBasics.Course;

/// <summary>The least and the most that a number may be.</summary>
/// <param name="Least">The least, if there is one.</param>
/// <param name="Most">The most, if there is one.</param>
public sealed record Bounds(double? Least, double? Most)
{
    private const double Rounding = 0.001;

    /// <summary>Whether a number lies between them, or so little beside them that only rounding can have put it there.</summary>
    public bool Contain(double number) => !(number < Least - Rounding) && !(number > Most + Rounding);

    /// <summary>In words, with a unit: <c>at most 3 s</c>.</summary>
    public string InWords(string unit) => (Least, Most) switch
    {
        ({ } least, { } most) when least == most => $"exactly {Number(least)}{unit}",
        ({ } least, { } most) => $"{Number(least)} to {Number(most)}{unit}",
        ({ } least, null) => $"at least {Number(least)}{unit}",
        (null, { } most) => $"at most {Number(most)}{unit}",
        _ => "anything",
    };

    internal static string Number(double number) => Math.Round(number, 3).ToString(CultureInfo.InvariantCulture);
}
