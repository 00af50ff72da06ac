namespace AsyncBasics.Lab;

/// <summary>Two reports on one page that needs nothing else: the pictures on one scale, what became different, and the source of both.</summary>
public static class HtmlComparison
{
    /// <summary>Writes the page for <paramref name="comparison"/>.</summary>
    public static string Render(ReportComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        (string first, string second) = comparison.Names;
        return HtmlPage.Write($"{first} and {second}", html =>
        {
            html.Open("header").Line().Element("h1", DisplayText.Clean($"{first} and {second}", unicode: true)).Line();
            html.Element("p", DisplayText.Clean(comparison.Difference, unicode: true), ("class", "summary difference")).Line().Close("header").Line();
            html.Open("main").Line();
            WritePictures(html, comparison);
            WriteChanges(html, comparison);
            html.Open("div", ("class", "columns even")).Line();
            WriteProgram(html, comparison.First, "first-");
            WriteProgram(html, comparison.Second, "second-");
            html.Close("div").Line();
            HtmlWords.Write(html, comparison.Describe());
            html.Close("main").Line();
        });
    }

    private static void WritePictures(Markup html, ReportComparison comparison)
    {
        IReadOnlyList<Picture> pictures = comparison.Pictures();
        html.Open("section", ("class", "picture compared"), ("aria-label", "Timelines")).Line();
        for (int i = 0; i < pictures.Count; i++)
        {
            SvgOptions wide = new() { Prefix = $"wide{i + 1}", Class = "wide" };
            HtmlPicture.Draw(html, pictures[i], wide, SvgLayout.Shared(pictures, wide));
            SvgOptions narrow = new() { Prefix = $"narrow{i + 1}", Class = "narrow", Width = 380, NamesAbove = true };
            HtmlPicture.Draw(html, pictures[i], narrow, SvgLayout.Shared(pictures, narrow));
        }

        html.Close("section").Line();
    }

    private static void WriteChanges(Markup html, ReportComparison comparison)
    {
        html.Open("section", ("class", "changes"), ("aria-label", "Differences")).Line();
        html.Open("ul").Line();
        foreach ((_, string word, string text) in comparison.Changes())
        {
            html.Open("li").Element("strong", $"{word}:").Text($" {DisplayText.Clean(text, unicode: true)}").Close("li").Line();
        }

        html.Close("ul").Line().Close("section").Line();
    }

    private static void WriteProgram(Markup html, Report report, string prefix)
    {
        html.Open("div").Line();
        HtmlSource.Write(html, report, prefix);
        HtmlFindings.Write(html, report, prefix);
        HtmlOutput.Write(html, report);
        html.Close("div").Line();
    }
}
