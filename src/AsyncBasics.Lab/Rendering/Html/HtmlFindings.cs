using System.Globalization;

namespace AsyncBasics.Lab;

/// <summary>What was found: an article for each.</summary>
internal static class HtmlFindings
{
    /// <param name="html">Where to write.</param>
    /// <param name="report">Whose findings.</param>
    /// <param name="prefix">What their anchors begin with, where a page has several reports.</param>
    public static void Write(Markup html, Report report, string prefix = "")
    {
        if (report.Findings.Count == 0)
        {
            return;
        }

        html.Open("section", ("class", "findings"), ("aria-label", "Findings")).Line().Element("h2", "What was found").Line();
        for (int i = 0; i < report.Findings.Count; i++)
        {
            Write(html, report, report.Findings[i], Anchor(i, prefix), prefix);
        }

        html.Close("section").Line();
    }

    /// <summary>The anchor of a finding.</summary>
    public static string Anchor(int number, string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}finding-{number + 1}");

    private static void Write(Markup html, Report report, Finding finding, string anchor, string prefix)
    {
        html.Open("article", ("class", "finding"), ("id", anchor), ("data-lanes", string.Join(' ', finding.Lanes)));
        html.Open("h3").Element("span", finding.Id, ("class", "id")).Text($" {finding.Title} ");
        string place = FindingWords.Place(report, finding.File, finding.Line);
        html.Element("a", DisplayText.Clean(place, unicode: true), ("href", $"#{HtmlSource.Anchor(report, finding.File, finding.Line, prefix)}"));
        if (finding.CostSeconds > 0)
        {
            html.Text(" ").Element("span", FindingWords.Cost(finding).ToLowerInvariant(), ("class", "cost-badge"));
        }

        html.Close("h3").Line();
        html.Element("p", DisplayText.Clean(finding.Message.ReplaceLineEndings(" "), unicode: true)).Line();
        if (SourceQuote.Of(report, finding) is { } quote)
        {
            HtmlQuote.Write(html, quote);
        }

        if (finding.Fix is { } fix)
        {
            html.Open("p", ("class", "fix")).Element("strong", "To do:").Text($" {DisplayText.Clean(fix.Text.ReplaceLineEndings(" "), unicode: true)}").Close("p").Line();
            if (fix.Code is { } code)
            {
                html.Element("pre", code.ReplaceLineEndings("\n"), ("class", "suggestion")).Line();
            }
        }

        html.Element("p", $"{Upper(FindingWords.Rules(finding))}. Kind: {finding.Kind}.", ("class", "rules")).Line();
        html.Close("article").Line();
    }

    private static string Upper(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";
}
