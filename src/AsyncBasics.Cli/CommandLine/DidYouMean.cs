namespace AsyncBasics.Cli;

/// <summary>Finds the word that somebody who made a slip probably wanted.</summary>
internal static class DidYouMean
{
    private const int FewestLetters = 3;

    /// <summary>
    /// The nearest candidate, when it is near: it begins with what was typed, or at most a third of its letters have to
    /// change.
    /// </summary>
    public static string? Nearest(string typed, IEnumerable<string> candidates) => candidates
        .Select(candidate => (
            Candidate: candidate,
            Distance: IsBeginning(typed, candidate) ? 0 : Distance(typed, candidate)))
        .Where(pair => pair.Distance * 3 <= pair.Candidate.TrimStart('-').Length)
        .OrderBy(pair => pair.Distance)
        .Select(pair => pair.Candidate)
        .FirstOrDefault();

    private static bool IsBeginning(string typed, string candidate) =>
        typed.TrimStart('-').Length >= FewestLetters && candidate.StartsWith(typed, StringComparison.Ordinal);

    /// <summary>How many letters have to be added, removed, changed or swapped with their neighbour.</summary>
    internal static int Distance(string a, string b)
    {
        int[,] distance = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                distance[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(
                        Math.Min(distance[i - 1, j] + 1, distance[i, j - 1] + 1),
                        distance[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    distance[i, j] = Math.Min(distance[i, j], distance[i - 2, j - 2] + 1);
                }
            }
        }

        return distance[a.Length, b.Length];
    }
}
