using AsyncBasics.Lab;

namespace AsyncBasics.Course;

/// <summary>Makes a card from a finding in the learner's own program, so that it is about code that the learner knows.</summary>
public static class FindingCard
{
    private const int LinesAround = 2;

    /// <summary>The card for a finding.</summary>
    /// <param name="origin">Where the program belongs, such as the id of an exercise: a mistake made twice there gives one card.</param>
    /// <param name="report">The run in which it was found.</param>
    /// <param name="finding">The finding.</param>
    public static Card Make(string origin, Report report, Finding finding)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(finding);
        string[] lines = report.Files.FirstOrDefault(file => file.Name == finding.File)?.Text.ReplaceLineEndings("\n").Split('\n') ?? [];
        int from = Math.Max(0, finding.Line - 1 - LinesAround);
        int to = Math.Min(lines.Length, finding.Line + LinesAround);
        string code = from < to ? $"\n\n```csharp\n{string.Join('\n', lines[from..to])}\n```" : string.Empty;
        string cost = finding.CostSeconds > 0 ? $", and it cost {Bounds.Number(finding.CostSeconds)} s" : string.Empty;
        string fix = finding.Fix switch
        {
            { Code: { Length: > 0 } replacement } suggested => $"\n\n{suggested.Text}: `{replacement}`",
            { } suggested => $"\n\n{suggested.Text}",
            _ => string.Empty,
        };
        return new Card(
            $"{origin}:{finding.Kind}",
            $"You wrote this in {origin}{cost}. What is wrong at line {finding.Line}, and what is to be written instead?{code}",
            $"{finding.Id}, {finding.Title}: {finding.Message}{fix}",
            [finding.Kind]);
    }
}
