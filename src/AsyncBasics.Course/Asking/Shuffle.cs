namespace AsyncBasics.Course;

/// <summary>Shuffles so that the same seed gives the same order on every machine.</summary>
internal static class Shuffle
{
    public static T[] Of<T>(IEnumerable<T> items, int seed)
    {
        T[] shuffled = [.. items];
        var random = new Random(seed);
        for (int i = shuffled.Length - 1; i > 0; i--)
        {
            int other = random.Next(i + 1);
            (shuffled[i], shuffled[other]) = (shuffled[other], shuffled[i]);
        }

        return shuffled;
    }

    /// <summary>Shuffled until it differs from what it was, if it can.</summary>
    public static string[] Differently(IReadOnlyList<string> items, int seed)
    {
        string[] shuffled = Of(items, seed);
        bool canDiffer = items.Distinct().Count() > 1;
        while (canDiffer && shuffled.SequenceEqual(items))
        {
            seed = unchecked((seed * 31) + 17);
            shuffled = Of(items, seed);
        }

        return shuffled;
    }
}
