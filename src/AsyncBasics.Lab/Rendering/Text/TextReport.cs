namespace AsyncBasics.Lab;

/// <summary>
/// A report as text: the lanes, how it ended unless it just finished, what was found with the source underlined, and a summary. What the
/// program wrote is not in it.
/// </summary>
public static class TextReport
{
    /// <summary>Draws <paramref name="report"/>.</summary>
    /// <returns>The lines, without line ends and without spaces at their ends.</returns>
    public static IReadOnlyList<string> Render(Report report, TextTimelineOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        options ??= new TextTimelineOptions();
        List<StyledLine> lines = [];
        foreach (IEnumerable<StyledLine> block in Blocks(report, options))
        {
            StyledLine[] drawn = [.. block];
            if (drawn.Length > 0 && lines.Count > 0)
            {
                lines.Add(new StyledLine(options.Width, options.Unicode));
            }

            lines.AddRange(drawn);
        }

        return [.. lines.Select(line => line.ToText(options.Colour))];
    }

    private static IEnumerable<IEnumerable<StyledLine>> Blocks(Report report, TextTimelineOptions options)
    {
        if (Picture.Of(report) is { } picture)
        {
            yield return TextTimeline.Draw(picture, options);
        }

        foreach (IEnumerable<StyledLine> message in TextEnding.Blocks(report, options))
        {
            yield return message;
        }

        foreach (Finding finding in report.Findings)
        {
            yield return TextFinding.Lines(report, finding, options);
        }

        yield return Summary(report, options);
    }

    private static IEnumerable<StyledLine> Summary(Report report, TextTimelineOptions options)
    {
        var paragraph = new TextParagraph(options);
        paragraph.Add(string.Join(" · ", ReportSummary.Parts(report)), TextStyle.Title);
        return paragraph.Lines();
    }
}
