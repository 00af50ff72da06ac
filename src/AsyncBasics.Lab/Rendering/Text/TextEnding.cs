namespace AsyncBasics.Lab;

/// <summary>How a run ended when it did not just finish, and what the compiler said: each with its place, as a compiler tells it.</summary>
internal static class TextEnding
{
    public static IEnumerable<IEnumerable<StyledLine>> Blocks(Report report, TextTimelineOptions options)
    {
        foreach (CompilerMessage message in CompilerWords.Worth(report))
        {
            yield return Lines(report, CompilerWords.Of(message), message.Place, message.IsError ? TextStyle.Failed : TextStyle.Starved, options);
        }

        // What the compiler said tells all of it.
        bool isTold = report.Outcome == Outcome.CompileError && report.Diagnostics.Any(message => message.IsError);
        if (!isTold && ReportSummary.Ending(report) is { } ending)
        {
            yield return Lines(report, FindingWords.Ending(report, ending), report.Place, TextStyle.Failed, options);
        }

        foreach (string note in report.Notes)
        {
            yield return Lines(report, $"Note: {note}", place: null, TextStyle.Quiet, options);
        }
    }

    private static IEnumerable<StyledLine> Lines(Report report, string text, SourcePlace? place, TextStyle style, TextTimelineOptions options)
    {
        var paragraph = new TextParagraph(options, indent: 2);
        paragraph.Add(text, style);
        SourceQuote? quote = place is null ? null : SourceQuote.Of(report.Files, place, options.Unicode);
        return quote is null ? paragraph.Lines() : paragraph.Lines().Concat(TextQuote.Lines(quote, fix: null, options));
    }
}
