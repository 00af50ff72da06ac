namespace AsyncBasics.Lab;

/// <summary>
/// Shortens the names of lanes. As a rule a long name loses its end; where several would look the same then, as addresses do, they keep
/// their ends and lose what lies between.
/// </summary>
internal sealed class LaneNames
{
    private readonly HashSet<string> _ambiguous;

    /// <param name="names">All names that are to be told apart.</param>
    /// <param name="cut">Shortens a name at its end.</param>
    public LaneNames(IEnumerable<string> names, Func<string, string> cut) => _ambiguous =
    [
        .. names.Distinct().GroupBy(cut).Where(alike => alike.Skip(1).Any()).SelectMany(alike => alike),
    ];

    /// <summary>The name in at most <paramref name="columns"/>.</summary>
    public string Fit(string name, int columns, bool unicode)
    {
        int whole = DisplayText.WidthOf(name);
        if (whole <= columns || !_ambiguous.Contains(name))
        {
            return DisplayText.Fit(name, columns, unicode);
        }

        string ellipsis = unicode ? "…" : "..";
        int end = Math.Max(1, (columns - ellipsis.Length) / 2);
        int begin = columns - ellipsis.Length - end;
        return begin < 1
            ? DisplayText.Fit(name, columns, unicode)
            : DisplayText.Take(name, begin) + ellipsis + DisplayText.Skip(name, whole - end, out _);
    }
}
