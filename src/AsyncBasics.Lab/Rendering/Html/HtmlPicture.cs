using System.Globalization;

namespace AsyncBasics.Lab;

/// <summary>The picture, once for wide screens and once for narrow ones, and under it what is needed to step through it.</summary>
internal static class HtmlPicture
{
    public static void Write(Markup html, Report report)
    {
        if (Picture.Of(report) is not { } picture)
        {
            return;
        }

        html.Open("section", ("class", "picture"), ("aria-label", "Timeline")).Line();
        Draw(html, picture, new SvgOptions { Prefix = "wide", Class = "wide", IsInteractive = true, HasHeader = false });
        Draw(html, picture, new SvgOptions { Prefix = "narrow", Class = "narrow", IsInteractive = true, HasHeader = false, Width = 380, NamesAbove = true });
        html.Open("div", ("class", "player"), ("hidden", "hidden")).Line();
        Button(html, "first", "To the beginning", "|◀");
        Button(html, "back", "One step back", "◀");
        Button(html, "play", "Play", "▶ play");
        Button(html, "on", "One step on", "▶");
        Button(html, "last", "To the end", "▶|");
        html.Empty("input", ("type", "range"), ("class", "scrubber"), ("min", 0), ("max", 0), ("value", 0), ("aria-label", "Step of the run"));
        html.Open("output", ("class", "clock")).Close("output").Line();
        html.Close("div").Line();
        html.Open("p", ("class", "caption"), ("aria-live", "polite"), ("hidden", "hidden")).Close("p").Line();
        html.Open("ul", ("class", "now"), ("hidden", "hidden"), ("aria-label", "Now")).Close("ul").Line();
        html.Element(
            "p",
            "Click into the picture or use the slider to go to a moment; the keys , and . step back and on, and the space bar plays. "
                + "Tab into the picture, then use the arrow keys to go from bar to bar.",
            ("class", "hint"),
            ("hidden", "hidden")).Line();
        html.Open("div", ("class", "tip"), ("role", "tooltip"), ("id", "tip"), ("hidden", "hidden")).Close("div").Line();
        html.Close("section").Line();
    }

    public static void Draw(Markup html, Picture shown, SvgOptions options, SvgLayout? shared = null)
    {
        var drawing = new Markup();
        var picture = new SvgPicture(drawing, shown, options, shared);
        double lanes = picture.Draw(4);
        double height = SvgLegend.Draw(drawing, picture.Used, options, lanes + 8) + 6;
        SvgLayout layout = picture.Layout;
        html.Open(
            "svg",
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("class", $"ab-picture {options.Class}"),
            ("viewBox", FormattableString.Invariant($"{SvgLayout.Margin - 2:0} 0 {options.Width - (2 * SvgLayout.Margin) + 4:0} {height:0}")),
            ("role", "group"),
            ("aria-label", $"{shown.Title}: {string.Join(", ", shown.Summary)}. The lanes over time; the same in words stands at the end of the page."),
            ("data-left", layout.Left),
            ("data-axis", layout.AxisWidth),
            ("data-bottom", lanes),
            ("data-scale", layout.Scale.TotalSeconds.ToString("R", CultureInfo.InvariantCulture))).Line();
        SvgFrame.Patterns(html, options);
        html.Raw(drawing.ToString());
        if (options.IsInteractive)
        {
            Playhead(html, lanes);
        }

        html.Close("svg").Line();
    }

    private static void Playhead(Markup html, double lanes)
    {
        html.Empty("rect", ("class", "future"), ("x", 0), ("y", 0), ("width", 0), ("height", lanes), ("visibility", "hidden"));
        html.Empty("line", ("class", "playhead"), ("x1", 0), ("y1", 4), ("x2", 0), ("y2", lanes), ("visibility", "hidden"));
    }

    private static void Button(Markup html, string action, string label, string sign) =>
        html.Element("button", sign, ("type", "button"), ("data-do", action), ("aria-label", label), ("title", label)).Line();
}
