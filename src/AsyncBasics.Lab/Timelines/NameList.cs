namespace AsyncBasics.Lab;

/// <summary>Names of lanes in a sentence.</summary>
internal static class NameList
{
    /// <summary>Names as a list in a sentence: each once, and of many only the first.</summary>
    public static string Of(IReadOnlyList<string> names)
    {
        (string Name, int Count)[] groups = [.. names.GroupBy(name => name).Select(group => (group.Key, group.Count()))];
        string[] words = [.. groups.Select(group => group.Count == 1 ? group.Name : $"{group.Count} × {group.Name}")];
        return words.Length switch
        {
            0 => "nobody",
            1 => words[0],
            <= 4 => $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}",
            _ => $"{string.Join(", ", words.Take(3))} and {groups.Skip(3).Sum(group => group.Count)} others",
        };
    }
}
