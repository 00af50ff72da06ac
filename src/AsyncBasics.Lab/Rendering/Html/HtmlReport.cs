using System.Security.Cryptography;
using System.Text;

namespace AsyncBasics.Lab;

/// <summary>
/// A report as one page that needs nothing else and asks nobody for anything: the picture to scrub and step through, the source with what
/// was found in it, and what the program wrote. It can be used with the keyboard alone, prints, and without its script still shows all.
/// </summary>
public static class HtmlReport
{
    /// <summary>Writes the page for <paramref name="report"/>.</summary>
    public static string Render(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return HtmlPage.Write(ReportSummary.Title(report), html =>
        {
            HtmlSummary.Write(html, report);
            html.Open("main").Line();
            HtmlPicture.Write(html, report);
            HtmlFindings.Write(html, report);
            html.Open("div", ("class", "columns")).Line();
            HtmlSource.Write(html, report);
            HtmlOutput.Write(html, report);
            html.Close("div").Line();
            HtmlWords.Write(html, ReportWords.Describe(report));
            html.Close("main").Line();
            HtmlData.Write(html, "report", ReportJson.Write(report));
            HtmlData.Write(html, "replay", HtmlData.Of(RunReplay.Of(report)));
        });
    }
}

/// <summary>The page around a report: it carries its colours and its script, and is forbidden to load anything.</summary>
internal static class HtmlPage
{
    private const string Style = "Rendering.Html.report.css";
    private const string Script = "Rendering.Html.report.js";

    public static string Write(string title, Action<Markup> body)
    {
        string script = "\n" + EmbeddedText.Read(Script);
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        Markup html = new Markup()
            .Raw("<!doctype html>\n")
            .Open("html", ("lang", "en")).Line()
            .Open("head").Line()
            .Open("meta", ("charset", "utf-8")).Line()
            .Open("meta", ("http-equiv", "Content-Security-Policy"), ("content", $"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{hash}'")).Line()
            .Open("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1")).Line()
            .Open("meta", ("name", "color-scheme"), ("content", "light dark")).Line()
            .Element("title", DisplayText.Clean(title, unicode: true)).Line()
            .Open("style").Raw($"\n{EmbeddedText.Read(SvgFrame.Style)}{EmbeddedText.Read(Style)}").Close("style").Line()
            .Close("head").Line()
            .Open("body").Line();
        body(html);
        return html
            .Open("script").Raw(script).Close("script").Line()
            .Close("body").Line()
            .Close("html").Line()
            .ToString();
    }
}
