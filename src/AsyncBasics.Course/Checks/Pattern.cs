namespace AsyncBasics.Course;

/// <summary>A text in which <c>*</c> stands for any text, to be compared with a whole name or line.</summary>
/// <param name="Text">The pattern.</param>
public sealed record Pattern(string Text)
{
    /// <summary>Whether a text is like the pattern, apart from spaces at its ends.</summary>
    public bool Matches(string text)
    {
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        string[] parts = Text.Trim().Split('*');
        if (parts.Length == 1)
        {
            return rest.SequenceEqual(parts[0]);
        }

        if (!rest.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        rest = rest[parts[0].Length..];
        foreach (string part in parts[1..^1])
        {
            int found = rest.IndexOf(part, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            rest = rest[(found + part.Length)..];
        }

        return rest.EndsWith(parts[^1], StringComparison.Ordinal);
    }
}
