namespace AsyncBasics.Lab;

/// <summary>A report in words, for those who do not see the picture, and for readers of text: nothing in it depends on columns or colours.</summary>
public static class ReportWords
{
    /// <summary>Describes <paramref name="report"/>.</summary>
    /// <returns>Sentences: how it ended and how long it took, then the lanes, then what was found.</returns>
    public static IReadOnlyList<string> Describe(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return
        [
            $"{Clean(report.Program)}: {string.Join(", ", ReportSummary.Parts(report))}.",
            .. Endings(report),
            .. Picture.Of(report) is { } picture ? TimelineWords.Describe(picture.Timeline, Pending(report)).Skip(1).Select(Clean) : [],
            .. report.Findings.Select(finding => Sentence(report, finding)),
        ];
    }

    private static string Pending(Report report) => report.Outcome switch
    {
        Outcome.Deadlock => "can never go on",
        Outcome.Limit or Outcome.Exited or Outcome.Crashed => "is cut off",
        _ => "goes on after that",
    };

    private static IEnumerable<string> Endings(Report report)
    {
        foreach (CompilerMessage message in CompilerWords.Worth(report))
        {
            string place = message.Place is { } at ? $"{Upper(FindingWords.Place(report, at.File, at.Line))}: " : string.Empty;
            yield return End($"{place}{(message.IsError ? "error" : "warning")} {message.Id}: {message.Message}");
        }

        if (report.Outcome != Outcome.CompileError && ReportSummary.Ending(report) is { } ending)
        {
            yield return End(FindingWords.Ending(report, ending));
        }

        foreach (string note in report.Notes)
        {
            yield return End($"Note: {note}");
        }
    }

    private static string Sentence(Report report, Finding finding)
    {
        string place = Clean(FindingWords.Place(report, finding.File, finding.Line));
        string words = $"{finding.Id}, {finding.Title}, {place}: {End(FindingWords.Message(finding))}";
        return finding.Fix is { } fix ? $"{words} To do: {End(fix.Code is null ? fix.Text : $"{fix.Text}: {fix.Code}")}" : words;
    }

    private static string End(string sentence)
    {
        string clean = Clean(sentence).TrimEnd();
        return clean is [.., '.' or '!' or '?' or ';'] ? clean : $"{clean}.";
    }

    private static string Clean(string text) => DisplayText.Clean(text.ReplaceLineEndings(" "), unicode: true);

    private static string Upper(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";
}
