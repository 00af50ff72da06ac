using System.Globalization;

namespace AsyncBasics.Lab;

/// <summary>A lane to draw, or lanes in a row that are only counted.</summary>
/// <param name="First">The index of the first.</param>
/// <param name="Count">How many.</param>
/// <param name="IsFolded">Whether they are only counted.</param>
internal readonly record struct LaneGroup(int First, int Count, bool IsFolded)
{
    /// <summary>What stands in the place of the folded lanes.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $" and {Count} more");
}

/// <summary>Chooses which lanes are drawn when there are more than a picture can hold.</summary>
internal static class LaneFolding
{
    /// <summary>
    /// At most <paramref name="most"/> lanes to draw, and between them how many are not: first those that a finding speaks of, then those
    /// that failed, then the critical ones, then in order; each with its parents, so that the tree can be read.
    /// </summary>
    public static IReadOnlyList<LaneGroup> Fold(IReadOnlyList<Lane> lanes, int most, IReadOnlySet<int> important)
    {
        if (lanes.Count <= most)
        {
            return [.. lanes.Select((_, index) => new LaneGroup(index, 1, IsFolded: false))];
        }

        bool[] drawn = Choose(lanes, most, important);
        List<LaneGroup> groups = [];
        for (int index = 0; index < lanes.Count;)
        {
            int first = index++;
            while (!drawn[first] && index < lanes.Count && !drawn[index])
            {
                index++;
            }

            groups.Add(new LaneGroup(first, index - first, IsFolded: !drawn[first]));
        }

        return groups;
    }

    private static bool[] Choose(IReadOnlyList<Lane> lanes, int most, IReadOnlySet<int> important)
    {
        bool[] drawn = new bool[lanes.Count];
        int left = most;
        IEnumerable<int> order = Enumerable.Range(0, lanes.Count).OrderBy(index => Rank(lanes[index], important.Contains(index)));
        foreach (int index in order)
        {
            int[] line = [.. LineOfParents(lanes, index).TakeWhile(number => !drawn[number])];
            if (line.Length > left)
            {
                continue;
            }

            foreach (int number in line)
            {
                drawn[number] = true;
            }

            left -= line.Length;
        }

        return drawn;
    }

    private static int Rank(Lane lane, bool isImportant) =>
        isImportant ? 0 : lane.State == FutureState.Failed ? 1 : lane.IsCritical ? 2 : 3;

    private static IEnumerable<int> LineOfParents(IReadOnlyList<Lane> lanes, int index)
    {
        yield return index;
        for (int? number = lanes[index].Parent; number < index; number = lanes[index].Parent)
        {
            index = number.Value;
            yield return index;
        }
    }
}
