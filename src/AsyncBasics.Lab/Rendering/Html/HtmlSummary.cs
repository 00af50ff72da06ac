namespace AsyncBasics.Lab;

/// <summary>The head of the page: what ran, how it ended, how long it took.</summary>
internal static class HtmlSummary
{
    public static void Write(Markup html, Report report)
    {
        html.Open("header").Line().Element("h1", DisplayText.Clean(ReportSummary.Title(report), unicode: true)).Line();
        html.Open("p", ("class", "summary"));
        string[] parts = [.. ReportSummary.Parts(report)];
        if (report.Outcome is Outcome.Finished)
        {
            html.Element("span", "finished", ("class", "outcome")).Text($" {string.Join(" · ", parts)}");
        }
        else
        {
            html.Element("span", parts[0], ("class", report.Outcome == Outcome.NotRun ? "outcome" : "outcome bad"));
            html.Text(string.Concat(parts[1..].Select(part => $" · {part}")));
        }

        html.Close("p").Line();
        Endings(html, report);
        html.Close("header").Line();
    }

    private static void Endings(Markup html, Report report)
    {
        foreach (CompilerMessage message in CompilerWords.Worth(report))
        {
            html.Open("div", ("class", message.IsError ? "ending error" : "ending warning"));
            html.Element("p", DisplayText.Clean(CompilerWords.Of(message), unicode: true));
            HtmlQuote.Write(html, report, message.Place);
            html.Close("div").Line();
        }

        bool isTold = report.Outcome == Outcome.CompileError && report.Diagnostics.Any(message => message.IsError);
        if (!isTold && ReportSummary.Ending(report) is { } ending)
        {
            html.Open("div", ("class", "ending error"));
            html.Element("p", DisplayText.Clean(FindingWords.Ending(report, ending).ReplaceLineEndings(" "), unicode: true));
            HtmlQuote.Write(html, report, report.Place);
            html.Close("div").Line();
        }

        foreach (string note in report.Notes)
        {
            html.Element("p", $"Note: {DisplayText.Clean(note.ReplaceLineEndings(" "), unicode: true)}", ("class", "note")).Line();
        }
    }
}

/// <summary>A line of source with what is meant in it marked.</summary>
internal static class HtmlQuote
{
    public static void Write(Markup html, Report report, SourcePlace? place)
    {
        if (place is not null && SourceQuote.Of(report.Files, place) is { } quote)
        {
            Write(html, quote);
        }
    }

    public static void Write(Markup html, SourceQuote quote)
    {
        string rest = DisplayText.Skip(quote.Text, quote.Start, out _);
        string after = DisplayText.Skip(rest, quote.Length, out _);
        html.Open("pre", ("class", "quote"));
        html.Open("span", ("class", "number")).Text(quote.Line.ToString(System.Globalization.CultureInfo.InvariantCulture)).Close("span").Text(" ");

        // What is missing stands behind the line's end, and is to be seen there.
        string meant = rest.Length == 0 ? "\u00A0" : rest[..^after.Length];
        html.Text(quote.Text[..^rest.Length]).Open("mark").Text(meant).Close("mark").Text(after);
        html.Close("pre").Line();
    }
}
