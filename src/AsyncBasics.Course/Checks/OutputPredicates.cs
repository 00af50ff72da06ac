using AsyncBasics.Lab;

namespace AsyncBasics.Course;

/// <summary>The lines that a program wrote.</summary>
internal static class OutputLines
{
    /// <summary>The lines, without the spaces at their ends and without empty lines at the end.</summary>
    public static IReadOnlyList<string> Of(Report report) =>
        report.Stdout.Trim().Length == 0 ? [] : [.. report.Stdout.TrimEnd().ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim())];
}

/// <summary>The output consists of exactly these lines.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="InAnyOrder">Whether their order does not matter.</param>
public sealed record PrintsPredicate(IReadOnlyList<string> Lines, bool InAnyOrder) : Predicate
{
    /// <inheritdoc/>
    public override string? Refute(Report report)
    {
        IReadOnlyList<string> written = OutputLines.Of(report);
        string[] wanted = [.. Lines.Select(line => line.Trim())];
        return InAnyOrder ? AnyOrder(written, wanted) : InOrder(written, wanted);
    }

    private static string? InOrder(IReadOnlyList<string> written, string[] wanted)
    {
        for (int i = 0; i < Math.Max(written.Count, wanted.Length); i++)
        {
            if (i >= wanted.Length)
            {
                return $"After the {wanted.Length} lines that are asked for, the output goes on with \"{written[i]}\".";
            }

            if (i >= written.Count)
            {
                return $"The output ends before line {i + 1}, which is to be \"{wanted[i]}\".";
            }

            if (written[i] != wanted[i])
            {
                return $"Line {i + 1} of the output is \"{written[i]}\"; asked for is \"{wanted[i]}\".";
            }
        }

        return null;
    }

    private static string? AnyOrder(IReadOnlyList<string> written, string[] wanted)
    {
        List<string> left = [.. written];
        foreach (string line in wanted)
        {
            if (!left.Remove(line))
            {
                return $"The output lacks the line \"{line}\".";
            }
        }

        return left.Count == 0 ? null : $"The output has a line too many: \"{left[0]}\".";
    }
}

/// <summary>Lines of the output match patterns in a certain order; others may stand between.</summary>
/// <param name="Patterns">The patterns.</param>
public sealed record OrderPredicate(IReadOnlyList<Pattern> Patterns) : Predicate
{
    /// <inheritdoc/>
    public override string? Refute(Report report)
    {
        IReadOnlyList<string> written = OutputLines.Of(report);
        int next = 0;
        for (int i = 0; i < Patterns.Count; i++)
        {
            int found = Enumerable.Range(next, written.Count - next).FirstOrDefault(line => Patterns[i].Matches(written[line]), -1);
            if (found < 0)
            {
                bool isThere = written.Any(Patterns[i].Matches);
                return !isThere ? $"No line of the output is \"{Patterns[i].Text}\"."
                    : $"\"{Patterns[i].Text}\" comes before \"{Patterns[i - 1].Text}\", not after it.";
            }

            next = found + 1;
        }

        return null;
    }
}

/// <summary>No line of the output matches.</summary>
/// <param name="Patterns">The patterns.</param>
public sealed record NeverPrintsPredicate(IReadOnlyList<Pattern> Patterns) : Predicate
{
    /// <inheritdoc/>
    public override string? Refute(Report report) =>
        OutputLines.Of(report).FirstOrDefault(line => Patterns.Any(pattern => pattern.Matches(line))) is { } wrong
            ? $"The output has the line \"{wrong}\"."
            : null;
}
