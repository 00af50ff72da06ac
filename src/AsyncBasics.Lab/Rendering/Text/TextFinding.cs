namespace AsyncBasics.Lab;

/// <summary>A finding as a compiler tells one: where and what, the source underlined, and the repair behind it.</summary>
internal static class TextFinding
{
    public static IEnumerable<StyledLine> Lines(Report report, Finding finding, TextTimelineOptions options)
    {
        var message = new TextParagraph(options, indent: finding.Id.Length + 1);
        message.Add(finding.Id, TextStyle.Failed);
        message.Add($" {FindingWords.Place(report, finding.File, finding.Line)}: {FindingWords.Message(finding)}");
        SourceQuote? quote = SourceQuote.Of(report, finding, options.Unicode);
        return message.Lines().Concat(quote is null ? Alone(finding, options) : TextQuote.Lines(quote, finding.Fix, options));
    }

    /// <summary>Where the source is not at hand, the repair stands alone.</summary>
    private static IEnumerable<StyledLine> Alone(Finding finding, TextTimelineOptions options)
    {
        if (finding.Fix is not { } fix)
        {
            return [];
        }

        var paragraph = new TextParagraph(options, indent: 6);
        paragraph.Add($"      {fix.Text}", TextStyle.Underline);
        return paragraph.Lines();
    }
}
