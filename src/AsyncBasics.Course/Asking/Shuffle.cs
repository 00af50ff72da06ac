namespace AsyncBasics.Course;

/// <summary>Shuffles so that the same seed gives the same order on every machine.</summary>
internal static class Shuffle
{
    /// <summary>
    /// A seed for one thing among many. Without it all questions would be shuffled alike, and what stands first in every file would be in the
    /// same place on every sheet.
    /// </summary>
    public static int SeedFor(string id, int seed)
    {
        // FNV-1a: a string's own hash is another one in every process.
        uint hash = 2166136261;
        foreach (char letter in id)
        {
            hash = unchecked((hash ^ letter) * 16777619);
        }

        return unchecked((int)(hash + ((uint)seed * 2654435769)));
    }

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
