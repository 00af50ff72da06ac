namespace AsyncBasics.Lab;

/// <summary>Draws messages under the lanes: findings, and how a run ended, each with its source underlined.</summary>
internal sealed class SvgFindings(Markup svg, Report report, SvgOptions options)
{
    private const double MessageSize = 12.5;
    private const double LineHeight = 18;
    private const double CodeWidth = 7.4;
    private const double CodeHeight = 17;

    /// <summary>Draws from <paramref name="top"/> on.</summary>
    /// <returns>Where it ends.</returns>
    public double Draw(double top)
    {
        double y = top;
        foreach (CompilerMessage message in CompilerWords.Worth(report))
        {
            y = DrawMessage(message.IsError ? "Error" : "Warning", CompilerWords.Of(message), Quote(message.Place), fix: null, y);
        }

        bool isTold = report.Outcome == Outcome.CompileError && report.Diagnostics.Any(message => message.IsError);
        if (!isTold && ReportSummary.Ending(report) is { } ending)
        {
            y = DrawMessage("End", FindingWords.Ending(report, ending), Quote(report.Place), fix: null, y);
        }

        foreach (string note in report.Notes)
        {
            y = DrawMessage("Note", note, quote: null, fix: null, y);
        }

        foreach (Finding finding in report.Findings)
        {
            string text = $"{FindingWords.Place(report, finding.File, finding.Line)}: {FindingWords.Message(finding)}";
            y = DrawMessage(finding.Id, text, SourceQuote.Of(report, finding), finding.Fix, y);
        }

        return y;
    }

    private SourceQuote? Quote(SourcePlace? place) => place is null ? null : SourceQuote.Of(report.Files, place);

    private double DrawMessage(string id, string text, SourceQuote? quote, Fix? fix, double top)
    {
        double left = SvgLayout.Margin + 56;
        double y = top + 16;
        svg.Element("text", id, ("x", SvgLayout.Margin), ("y", y), ("class", "id"));
        foreach (string line in TextWidth.Wrap(DisplayText.Clean(text.ReplaceLineEndings(" "), unicode: true), options.Width - SvgLayout.Margin - left, MessageSize))
        {
            svg.Element("text", line, ("x", left), ("y", y)).Line();
            y += LineHeight;
        }

        y -= LineHeight;
        StyledLine[] code = quote is null ? Alone(fix) : [.. TextQuote.Lines(quote, fix, CodeOptions)];
        return code.Length == 0 ? y + 12 : DrawCode(code, y + 14);
    }

    private TextTimelineOptions CodeOptions => new() { Width = (int)((options.Width - (2 * SvgLayout.Margin) - 16) / CodeWidth) };

    private StyledLine[] Alone(Fix? fix)
    {
        if (fix is null)
        {
            return [];
        }

        var paragraph = new TextParagraph(CodeOptions, indent: 2);
        paragraph.Add($"  {fix.Text}", TextStyle.Underline);
        return [.. paragraph.Lines()];
    }

    private double DrawCode(StyledLine[] lines, double top)
    {
        double height = (lines.Length * CodeHeight) + 12;
        svg.Empty(
            "rect",
            ("x", SvgLayout.Margin),
            ("y", top),
            ("width", options.Width - (2 * SvgLayout.Margin)),
            ("height", height),
            ("rx", 4),
            ("class", "code"));
        double y = top + CodeHeight + 1;
        foreach (StyledLine line in lines)
        {
            svg.Open("text", ("x", SvgLayout.Margin + 8), ("y", y), ("class", "mono"), ("xml:space", "preserve"));
            foreach ((string piece, TextStyle style) in line.Pieces)
            {
                svg.Element("tspan", piece, ("class", StyleOf(style)));
            }

            svg.Close("text").Line();
            y += CodeHeight;
        }

        return top + height + 8;
    }

    private static string? StyleOf(TextStyle style) => style switch
    {
        TextStyle.Underline => "wrong",
        TextStyle.Suggestion => "right",
        TextStyle.Quiet => "quiet",
        _ => null,
    };
}
