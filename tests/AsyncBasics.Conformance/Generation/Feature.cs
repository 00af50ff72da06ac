namespace AsyncBasics.Conformance.Generation;

/// <summary>
/// What programs may use beyond the core (log, sleep, call, create, join, cancel, uncancel, gather, wait, raise, try).
/// </summary>
internal enum Feature
{
    Future,
    Callback,
    Timeout,
    WaitFor,
    Shield,
    Group,
    Lock,
    Semaphore,
    Event,
    Condition,
    Queue,
    Barrier,
    AsCompleted,
    Eager,
    Variable,
}

internal static class Features
{
    internal static IReadOnlyList<Feature> All { get; } = Enum.GetValues<Feature>();

    /// <summary>
    /// Reads "core", "all", or a list such as "timeout,lock"; a name with a minus before it is taken out:
    /// "all,-barrier".
    /// </summary>
    /// <exception cref="FormatException">A name is unknown.</exception>
    internal static IReadOnlyList<Feature> Parse(string text)
    {
        SortedSet<Feature> chosen = [];
        foreach (string word in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (word == "all")
                chosen.UnionWith(All);
            else if (word.StartsWith('-'))
                chosen.Remove(Named(word[1..]));
            else if (word != "core")
                chosen.Add(Named(word));
        }

        return [.. chosen];
    }

    private static Feature Named(string word) =>
        Enum.TryParse(word, ignoreCase: true, out Feature feature) && Enum.IsDefined(feature) && !char.IsDigit(word[0])
            ? feature
            : throw new FormatException(
                $"No feature is called '{word}'. There are: core, all, {string.Join(", ", All).ToLowerInvariant()}.");
}
