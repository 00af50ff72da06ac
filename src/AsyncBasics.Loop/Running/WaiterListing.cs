namespace AsyncBasics;

/// <summary>Who waits for what, as lines of a message: not more of them than a reader will read.</summary>
internal static class WaiterListing
{
    private const int MostLines = 40;

    public static IEnumerable<string> Lines(IReadOnlyList<string> waiters)
    {
        foreach (string waiter in waiters.Take(MostLines))
        {
            yield return $"  {waiter}";
        }

        if (waiters.Count > MostLines)
        {
            yield return $"  … and {waiters.Count - MostLines} more";
        }
    }
}
