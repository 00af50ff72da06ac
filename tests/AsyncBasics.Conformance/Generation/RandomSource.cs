namespace AsyncBasics.Conformance.Generation;

/// <summary>
/// SplitMix64. <see cref="System.Random"/> promises the same numbers for a seed only within one version of .NET;
/// a seed printed today has to make the same programs in years.
/// </summary>
internal sealed class RandomSource(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A source of its own for the k-th of many programs.</summary>
    internal static RandomSource For(ulong seed, int index, int attempt) =>
        new(new RandomSource(seed ^ ((ulong)index << 20) ^ (ulong)attempt).Next());

    /// <summary>A number from 0 to below the limit.</summary>
    internal int Below(int limit) => (int)Math.BigMul(Next(), (ulong)limit, out _);

    /// <summary>A number from the first to the last, both included.</summary>
    internal int Between(int first, int last) => first + Below(last - first + 1);

    internal bool Percent(int chance) => Below(100) < chance;

    internal T Of<T>(params IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>One of the items, each as likely as its weight says.</summary>
    internal T Weighted<T>(IReadOnlyList<(int Weight, T Item)> items)
    {
        int rest = Below(items.Sum(each => each.Weight));
        foreach ((int weight, T item) in items)
        {
            if (rest < weight)
                return item;
            rest -= weight;
        }

        throw new ArgumentException("At least one item needs a weight above zero.", nameof(items));
    }

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
