namespace AsyncBasics.Lab;

/// <summary>What the program wrote.</summary>
internal static class HtmlOutput
{
    public static void Write(Markup html, Report report)
    {
        html.Open("section", ("class", "output"), ("aria-label", "Output")).Line().Element("h2", "Output").Line();
        html.Element("pre", report.Stdout.Length == 0 ? "(nothing)" : report.Stdout, ("class", "stdout"), ("tabindex", 0)).Line();
        if (report.Stderr.Length > 0)
        {
            html.Element("h2", "Errors").Line().Element("pre", report.Stderr, ("class", "stderr"), ("tabindex", 0)).Line();
        }

        html.Close("section").Line();
    }
}

/// <summary>The page in words.</summary>
internal static class HtmlWords
{
    public static void Write(Markup html, IEnumerable<string> sentences)
    {
        html.Open("details", ("class", "words")).Element("summary", "The picture in words").Open("ul").Line();
        foreach (string sentence in sentences)
        {
            html.Element("li", sentence).Line();
        }

        html.Close("ul").Close("details").Line();
    }
}
