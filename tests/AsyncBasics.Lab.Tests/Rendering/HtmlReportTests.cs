using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace AsyncBasics.Lab.Tests.Rendering;

public sealed partial class HtmlReportTests
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(40).WithQuietOnSuccess(true).WithReplay(2026, 11);

    [Fact]
    public void Render_CarriesTheReportAsData()
    {
        string html = HtmlReport.Render(SampleReports.Blocking);

        Assert.Equal(ReportJson.Write(SampleReports.Blocking), ReportJson.Write(ReportJson.Read(Data(html, "report"))));
        using var replay = JsonDocument.Parse(Data(html, "replay"));
        Assert.Equal(RunReplay.Of(SampleReports.Blocking).Moments.Count, replay.RootElement.GetProperty("moments").GetArrayLength());
    }

    [Fact]
    public void Render_LoadsNothing()
    {
        string html = HtmlReport.Render(SampleReports.OneByOne).Replace("http://www.w3.org/2000/svg", string.Empty, StringComparison.Ordinal);

        Assert.DoesNotContain("http:", html, StringComparison.Ordinal);
        Assert.DoesNotContain("https:", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("<(link|img|iframe|object|embed)[ >]|<script[^>]* src=|@import", html);
    }

    [Fact]
    public void Render_AllowsItsOwnScriptAndNoOther()
    {
        string html = HtmlReport.Render(SampleReports.OneByOne);

        string script = Scripts().Matches(html).Single(match => !match.Groups[1].Value.Contains("json", StringComparison.Ordinal)).Groups[2].Value;
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        Assert.Contains("default-src &#39;none&#39;", html, StringComparison.Ordinal);
        Assert.Contains($"script-src &#39;sha256-{hash}&#39;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_MarksFindingsInTheSource_AndLinksThem()
    {
        string html = HtmlReport.Render(SampleReports.Blocking);

        Assert.Contains("<mark>Thread.Sleep</mark>(TimeSpan.FromSeconds(seconds));<a class=\"marker\" href=\"#finding-1\"", html, StringComparison.Ordinal);
        Assert.Contains("<article class=\"finding\" id=\"finding-1\" data-lanes=\"1 2 3\">", html, StringComparison.Ordinal);
        Assert.Contains("href=\"#file-1-line-6\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_HasAWideAndANarrowPicture_WithPatternsOfTheirOwn()
    {
        string html = HtmlReport.Render(SampleReports.Blocking);

        string[] ids = [.. Ids().Matches(html).Select(match => match.Groups[1].Value)];
        Assert.Equal(ids.Distinct(), ids);
        Assert.Contains("wide-hatch", ids);
        Assert.Contains("narrow-hatch", ids);
        Assert.All(References().Matches(html).Select(match => match.Groups[1].Value), reference => Assert.Contains(reference, ids));
    }

    [Fact]
    public void Render_OfAnyReport_KeepsTextsFromBecomingMarkup()
    {
        Prop.ForAll(Arb.From(RandomReports.Reports), report =>
        {
            string html = HtmlReport.Render(report);
            Assert.Equal(3, html.Split("</script>").Length - 1);
            Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
            Assert.Equal(html.Split("<mark>").Length, html.Split("</mark>").Length);
            Assert.Equal(2, html.Split("<!").Length);
            Report read = ReportJson.Read(Data(html, "report"));
            Assert.Equal(ReportJson.Write(ReportJson.Read(ReportJson.Write(report))), ReportJson.Write(read));
            Assert.Equal(report.Findings.Count, html.Split("<article ").Length - 1);
        }).Check(s_config);
    }

    private static string Data(string html, string id)
    {
        string begin = $"<script type=\"application/json\" id=\"{id}-data\">";
        int from = html.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        return html[from..html.IndexOf("</script>", from, StringComparison.Ordinal)];
    }

    [GeneratedRegex("<script([^>]*)>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Scripts();

    [GeneratedRegex(" id=\"([^\"]*)\"")]
    private static partial Regex Ids();

    [GeneratedRegex(@"url\(#([^)]*)\)")]
    private static partial Regex References();
}
