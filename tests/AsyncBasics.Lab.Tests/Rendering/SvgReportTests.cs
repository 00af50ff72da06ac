using System.Xml;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;

namespace AsyncBasics.Lab.Tests.Rendering;

public sealed class SvgReportTests
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(80).WithQuietOnSuccess(true).WithReplay(2026, 11);

    [Fact]
    public void Render_HasALaneForEachLaneWithItsNameAndWords()
    {
        XDocument svg = Parse(SampleReports.Blocking);

        string[] texts = [.. OfClass(svg, "name").Select(name => name.Value)];
        Assert.Equal(["Blocking", "BlockingTask A", "BlockingTask B", "BlockingTask C"], texts);
        Assert.Equal(["waits for gather", "blocks 2 s", "starved 2 s", "blocks 1 s", "starved 3 s", "blocks 3 s"], Texts(svg, "in", "in inb"));
    }

    [Fact]
    public void Render_PutsTimesOnOneScale()
    {
        XDocument svg = Parse(SampleReports.Blocking);

        XElement[] blocks = [.. OfClass(svg, "block crit")];
        Assert.Equal(3, blocks.Length);
        double second = Number(blocks[0], "width") / 2;
        Assert.Equal(Number(blocks[0], "x") + Number(blocks[0], "width"), Number(blocks[1], "x"), tolerance: 0.05);
        Assert.Equal(second * 3, Number(blocks[2], "width"), tolerance: 0.05);
    }

    [Fact]
    public void Render_ShowsGhostsAndWhatWasLost()
    {
        XDocument svg = Parse(SampleReports.OneByOne);

        // Two in the picture, one in the legend.
        Assert.Equal(3, OfClass(svg, "ghost").Count());
        Assert.Equal(["3.0 s lost"], Texts(svg, "costt"));
        Assert.Equal(["took 6.0 s · had to take 3.0 s"], Texts(svg, "sum"));
    }

    [Fact]
    public void Render_UnderlinesTheSourceOfAFinding()
    {
        XDocument svg = Parse(SampleReports.Blocking);

        Assert.Equal(["AB002"], Texts(svg, "id"));
        Assert.Equal(
            ["   6 │     Thread.Sleep(TimeSpan.FromSeconds(seconds));", "     │     ~~~~~~~~~~~~  await Task.Delay(…)  gives the others their turn"],
            Texts(svg, "mono"));
    }

    [Fact]
    public void Render_CarriesItselfInWords()
    {
        XElement root = Parse(SampleReports.Blocking).Root!;

        Assert.Equal("img", root.Attribute("role")!.Value);
        string[] labels = root.Attribute("aria-labelledby")!.Value.Split(' ');
        string[] told = [.. labels.Select(label => root.Elements().Single(element => element.Attribute("id")?.Value == label).Value)];
        Assert.Equal("Blocking.cs", told[0]);
        Assert.Equal(string.Join(' ', ReportWords.Describe(SampleReports.Blocking)), told[1]);
    }

    [Fact]
    public void Render_UsesOnlyColoursThatBothSchemesHave()
    {
        string svg = SvgReport.Render(SampleReports.Blocking);

        Assert.Contains("prefers-color-scheme: dark", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("http", svg.Replace("http://www.w3.org/2000/svg", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_OfAProgramThatDoesNotCompile_ShowsWhatTheCompilerSays()
    {
        XDocument svg = Parse(SampleReports.CompileError);

        Assert.Equal(["Error"], Texts(svg, "id"));
        Assert.Equal(["1 error: it could not be compiled"], Texts(svg, "sum"));
    }

    [Fact]
    public void Render_OfAnyReport_IsWellFormed_AndStaysWithinItsFrame()
    {
        Prop.ForAll(Arb.From(RandomReports.Reports), report =>
        {
            XDocument svg = Parse(report);
            double width = Number(svg.Root!, "width");
            double height = Number(svg.Root!, "height");
            Assert.All(svg.Descendants().Where(element => element.Name.LocalName == "rect"), rect =>
            {
                Assert.InRange(rect.Attribute("x") is null ? 0 : Number(rect, "x"), 0, width);
                Assert.InRange((rect.Attribute("x") is null ? 0 : Number(rect, "x")) + Number(rect, "width"), 0, width + 2);
                Assert.InRange(rect.Attribute("y") is null ? 0 : Number(rect, "y"), 0, height);
            });
            Assert.All(report.Findings, finding => Assert.Contains(finding.Id, Texts(svg, "id")));
        }).Check(s_config);
    }

    private static XDocument Parse(Report report)
    {
        using StringReader text = new(SvgReport.Render(report));
        using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return XDocument.Load(reader);
    }

    private static IEnumerable<XElement> OfClass(XDocument svg, string name) => svg.Descendants().Where(element => element.Attribute("class")?.Value == name);

    private static string[] Texts(XDocument svg, params string[] names) =>
        [.. svg.Descendants().Where(element => names.Contains(element.Attribute("class")?.Value)).Select(element => element.Value)];

    private static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, System.Globalization.CultureInfo.InvariantCulture);
}
