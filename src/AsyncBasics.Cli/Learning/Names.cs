using System.Globalization;

namespace AsyncBasics.Cli;

/// <summary>Lets a learner name things briefly: <c>5</c>, <c>05</c>, <c>gather</c> or <c>05-g</c> for <c>05-gather</c>.</summary>
internal static class Names
{
    /// <summary>Whether a word stands for an id: all of it, its number, or what follows the number.</summary>
    public static bool IsShortFor(string word, string id)
    {
        string[] parts = id.Split('-', 2);
        bool isNumbered = int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        return id.Equals(word, StringComparison.OrdinalIgnoreCase)
            || (isNumbered && parts.Length == 2 && parts[1].Equals(word, StringComparison.OrdinalIgnoreCase))
            || (isNumbered && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int asked) && asked == number);
    }

    /// <summary>The one item that a word stands for.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static T Find<T>(string word, IReadOnlyList<T> items, Func<T, string> id, string what, string whereListed)
        where T : class
    {
        if (items.FirstOrDefault(item => IsShortFor(word, id(item))) is { } found)
        {
            return found;
        }

        if (items.Where(item => id(item).StartsWith(word, StringComparison.OrdinalIgnoreCase)).Take(2).ToArray() is [T only])
        {
            return only;
        }

        string advice = DidYouMean.Nearest(word, items.Select(id)) is { } near ? $"did you mean {near}?" : $"{whereListed} lists them.";
        throw new UsageException($"There is no {what} '{Quoting.Shown(word)}': {advice}");
    }
}
