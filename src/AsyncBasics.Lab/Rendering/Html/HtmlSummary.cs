namespace AsyncBasics.Lab;

/// <summary>The head of the page: what ran, how it ended, how long it took.</summary>
internal static class HtmlSummary
{
    public static void Write(Markup html, Report report)
    {
        html.Open("header").Line().Element("h1", DisplayText.Clean(report.Program, unicode: true)).Line();
        html.Open("p", ("class", "summary"));
        bool isGood = report.Outcome is Outcome.Finished or Outcome.NotRun;
        html.Element("span", Name(report.Outcome), ("class", isGood ? "outcome" : "outcome bad")).Text(" ");
        html.Text(string.Join(" · ", ReportSummary.Parts(report))).Close("p").Line();
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

    private static string Name(Outcome outcome) => outcome switch
    {
        Outcome.Finished => "finished",
        Outcome.Failed => "failed",
        Outcome.Deadlock => "deadlock",
        Outcome.Limit => "stopped",
        Outcome.Exited => "exited",
        Outcome.Crashed => "crashed",
        Outcome.CompileError => "not compiled",
        _ => "not run",
    };
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
