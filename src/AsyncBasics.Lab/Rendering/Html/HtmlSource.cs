using System.Globalization;

namespace AsyncBasics.Lab;

/// <summary>The source, line by line, with what was found marked.</summary>
internal static class HtmlSource
{
    /// <param name="html">Where to write.</param>
    /// <param name="report">Whose source.</param>
    /// <param name="prefix">What its anchors begin with, where a page has several.</param>
    public static void Write(Markup html, Report report, string prefix = "")
    {
        if (report.Files.Count == 0)
        {
            return;
        }

        html.Open("section", ("class", "source"), ("aria-label", "Source")).Line();
        for (int file = 0; file < report.Files.Count; file++)
        {
            html.Element("h2", DisplayText.Clean(report.Files[file].Name, unicode: true)).Line();
            html.Open("pre", ("class", "code"), ("tabindex", 0), ("data-file", file));
            WriteLines(html, report, file, prefix);
            html.Close("pre").Line();
        }

        html.Close("section").Line();
    }

    /// <summary>The anchor of a line.</summary>
    public static string Anchor(Report report, string file, int line, string prefix)
    {
        int index = report.Files.Select(known => known.Name).ToList().IndexOf(file);
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}file-{index + 1}-line-{line}");
    }

    private static void WriteLines(Markup html, Report report, int file, string prefix)
    {
        int number = 0;
        string source = report.Files[file].Text;
        source = source.EndsWith('\n') ? source[..^1] : source;
        foreach (ReadOnlySpan<char> text in source.AsSpan().EnumerateLines())
        {
            number++;
            (Finding Finding, int Index)[] found =
            [
                .. report.Findings
                    .Select((finding, index) => (Finding: finding, Index: index))
                    .Where(pair => pair.Finding.File == report.Files[file].Name && pair.Finding.Line <= number && LastLine(pair.Finding) >= number),
            ];
            html.Open(
                "span",
                ("class", found.Length > 0 ? "line found" : "line"),
                ("id", string.Create(CultureInfo.InvariantCulture, $"{prefix}file-{file + 1}-line-{number}")),
                ("data-line", number));
            WriteLine(html, text.ToString(), number, found.Select(pair => pair.Finding));
            foreach ((Finding finding, int index) in found.Where(pair => pair.Finding.Line == number))
            {
                html.Open("a", ("class", "marker"), ("href", $"#{HtmlFindings.Anchor(index, prefix)}"), ("title", finding.Title)).Text(finding.Id).Close("a");
            }

            // Each line is a block of its own: an end of line after it would be one too many.
            html.Close("span");
        }
    }

    private static void WriteLine(Markup html, string text, int number, IEnumerable<Finding> findings)
    {
        int done = 0;
        foreach ((int from, int to) in findings.Select(finding => Stretch(finding, text, number)).Order())
        {
            int begin = Math.Max(from, done);
            if (to > begin)
            {
                html.Text(text[done..begin]).Open("mark").Text(text[begin..to]).Close("mark");
                done = to;
            }
        }

        html.Text(text[done..]);
    }

    /// <summary>What of a line a finding means; all but the indentation of the lines inside a longer stretch.</summary>
    private static (int From, int To) Stretch(Finding finding, string text, int number)
    {
        int indentation = text.Length - text.TrimStart().Length;
        int from = number == finding.Line ? Math.Clamp(finding.Column - 1, 0, text.Length) : indentation;
        int to = number == LastLine(finding) && finding.EndLine >= finding.Line ? Math.Clamp(finding.EndColumn - 1, 0, text.Length) : text.TrimEnd().Length;
        return (from, Math.Max(from, to));
    }

    private static int LastLine(Finding finding) => Math.Max(finding.Line, finding.EndLine);
}
