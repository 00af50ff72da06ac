namespace AsyncBasics.Lab;

/// <summary>
/// A report as a picture in SVG: the lanes, and under them what was found with its source. It stands alone, follows the reader's choice
/// of light or dark, tells states apart by pattern and words as well as by colour, and carries itself in words for those who do not see it.
/// </summary>
public static class SvgReport
{
    /// <summary>Draws <paramref name="report"/>.</summary>
    public static string Render(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var options = new SvgOptions();
        var drawing = new Markup();
        double y = 14;
        HashSet<Cell> used = [];
        if (Picture.Of(report) is { } shown)
        {
            var picture = new SvgPicture(drawing, shown, options);
            y = picture.Draw(y);
            used = picture.Used;
        }
        else
        {
            drawing.Element("text", ReportSummary.Title(report), ("x", SvgLayout.Margin), ("y", y + 20), ("class", "h")).Line();
            string summary = string.Join(" · ", ReportSummary.Parts(report));
            drawing.Element("text", summary, ("x", options.Width - SvgLayout.Margin), ("y", y + 20), ("class", "sum"), ("text-anchor", "end")).Line();
            y += 34;
        }

        y = new SvgFindings(drawing, report, options).Draw(y + 4);
        y = used.Count == 0 ? y : SvgLegend.Draw(drawing, used, options, y + 12);
        return SvgFrame.StandAlone(drawing, report.Program, ReportWords.Describe(report), options, y + 10);
    }
}
