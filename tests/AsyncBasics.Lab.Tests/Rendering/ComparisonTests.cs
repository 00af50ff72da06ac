using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;

namespace AsyncBasics.Lab.Tests.Rendering;

public sealed class ComparisonTests
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(40).WithQuietOnSuccess(true).WithReplay(2026, 11);

    private static readonly ReportComparison s_comparison = new(SampleReports.OneByOne, SampleReports.Concurrent);

    [Fact]
    public void Render_AsText_StandsOnOneScaleAndTellsWhatWent() => Assert.Equal(
        """
        OneByOne.cs                                       took 6.0 s · had to take 3.0 s
                           0s   1s   2s   3s   4s   5s   6s
         CreatedAndAwaited ●┈┈┈┈┈┈┈┈┈●┈┈┈┈●┈┈┈┈┈┈┈┈┈┈┈┈┈┈○  awaits 3 in turn
           DoTask A        ●▒▒▒▒▒▒▒▒▒○                      sleeps 2 s
           DoTask B        ╌╌╌╌╌     ●▒▒▒▒○                 sleeps 1 s
           DoTask C        ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌●▒▒▒▒▒▒▒▒▒▒▒▒▒▒○  sleeps 3 s

        Concurrent.cs                                     took 3.0 s · had to take 3.0 s
                           0s   1s   2s   3s   4s   5s   6s
         Concurrent        ●┈┈┈┈┈┈┈┈┈┈┈┈┈┈○                 waits for gather
           DoTask A        ●░░░░░░░░░○                      sleeps 2 s
           DoTask B        ●░░░░○                           sleeps 1 s
           DoTask C        ●▒▒▒▒▒▒▒▒▒▒▒▒▒▒○                 sleeps 3 s  critical
         ● runs   ░ waits   ▒ waits, critical   ┈ waits for others   ○ done
         ╌ could have run

        - gone: AB004 each awaited right after it is created, line 8, cost 3.0 s
        Concurrent.cs is 3.0 s faster than OneByOne.cs: 3.0 s instead of 6.0 s.
        """.ReplaceLineEndings("\n"),
        string.Join('\n', TextComparison.Render(s_comparison)));

    [Fact]
    public void Difference_OfEqualRuns_SaysSo()
    {
        var comparison = new ReportComparison(SampleReports.Concurrent, SampleReports.Concurrent);

        Assert.Equal("Both took 3.0 s.", comparison.Difference);
        Assert.Equal(("Concurrent.cs (first)", "Concurrent.cs (second)"), comparison.Names);
    }

    [Fact]
    public void Difference_WithAProgramThatDoesNotCompile_SaysHowEachEnded() => Assert.Equal(
        "Concurrent.cs: took 3.0 s; Wrong.cs: 1 error: it could not be compiled.",
        new ReportComparison(SampleReports.Concurrent, SampleReports.CompileError).Difference);

    [Fact]
    public void Changes_CountFindingsByKind_WhereverTheyMoved()
    {
        Finding blocking = SampleReports.Blocking.Findings[0];
        Report before = SampleReports.Blocking with { Findings = [blocking, blocking with { Line = 9 }, SampleReports.OneByOne.Findings[0]] };
        Report after = SampleReports.Blocking with { Findings = [blocking with { Line = 12 }] };

        ReportComparison fixedOne = new(before, after);
        Assert.Equal([9, 8], fixedOne.Gone.Select(finding => finding.Line));
        Assert.Empty(fixedOne.Come);
        Assert.Equal([12], fixedOne.Stayed.Select(finding => finding.Line));
        Assert.Equal([9, 8], new ReportComparison(after, before).Come.Select(finding => finding.Line));
    }

    [Fact]
    public void Render_AsSvg_PutsBothOnOneScale()
    {
        var svg = XDocument.Parse(SvgComparison.Render(s_comparison));

        string[] zeros = [.. svg.Descendants().Where(element => element.Value == "0 s" && element.Attribute("x") is not null).Select(tick => tick.Attribute("x")!.Value)];
        Assert.Equal(2, zeros.Length);
        Assert.Single(zeros.Distinct());
        Assert.Equal(2, svg.Descendants().Count(element => element.Attribute("class")?.Value == "tick" && element.Value == "6 s"));
    }

    [Fact]
    public void Render_OfAnyTwoReports_IsWellFormed()
    {
        Arbitrary<(Report First, Report Second)> pairs = Arb.From(
            from first in RandomReports.Reports
            from second in RandomReports.Reports
            select (first, second));

        Prop.ForAll(pairs, pair =>
        {
            ReportComparison comparison = new(pair.First, pair.Second);
            XDocument.Parse(SvgComparison.Render(comparison));
            Assert.Equal(1, HtmlComparison.Render(comparison).Split("</script>").Length - 1);
            Assert.All(TextComparison.Render(comparison), line => Assert.True(DisplayText.WidthOf(line) <= 80, line));
            Assert.Equal(pair.Second.Findings.Count, comparison.Come.Count + comparison.Stayed.Count);
        }).Check(s_config);
    }
}
