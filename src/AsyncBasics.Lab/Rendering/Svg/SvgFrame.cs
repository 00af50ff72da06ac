namespace AsyncBasics.Lab;

/// <summary>The element around a picture: its size, its colours, its patterns, and the same in words.</summary>
internal static class SvgFrame
{
    /// <summary>The name of the file with the colours.</summary>
    public const string Style = "Rendering.Svg.picture.css";

    /// <param name="drawing">What is in it.</param>
    /// <param name="title">What it is.</param>
    /// <param name="words">What is to be seen, in sentences.</param>
    /// <param name="options">How it was drawn.</param>
    /// <param name="height">How high it became.</param>
    public static string StandAlone(Markup drawing, string title, IEnumerable<string> words, SvgOptions options, double height)
    {
        Markup svg = new Markup()
            .Open(
                "svg",
                ("xmlns", "http://www.w3.org/2000/svg"),
                ("viewBox", FormattableString.Invariant($"0 0 {options.Width:0} {height:0}")),
                ("width", options.Width),
                ("height", Math.Round(height)),
                ("class", "ab-picture"),
                ("role", "img"),
                ("aria-labelledby", $"{options.Prefix}-title {options.Prefix}-desc"))
            .Line()
            .Element("title", title, ("id", $"{options.Prefix}-title")).Line()
            .Element("desc", string.Join(' ', words), ("id", $"{options.Prefix}-desc")).Line()
            .Open("style").Raw("\n" + EmbeddedText.Read(Style)).Close("style").Line();
        Patterns(svg, options);
        svg.Empty("rect", ("class", "ground"), ("width", options.Width), ("height", Math.Round(height))).Line();
        return svg.Raw(drawing.ToString()).Close("svg").Line().ToString();
    }

    public static void Patterns(Markup svg, SvgOptions options)
    {
        svg.Open("defs")
            .Open(
                "pattern", ("id", $"{options.Prefix}-hatch"), ("width", 7), ("height", 7), ("patternUnits", "userSpaceOnUse"), ("patternTransform", "rotate(45)"))
            .Empty("rect", ("width", 7), ("height", 7), ("class", "hatch-ground"))
            .Empty("line", ("x1", 0), ("y1", 0), ("x2", 0), ("y2", 7), ("class", "hatch-line"))
            .Close("pattern")
            .Open("pattern", ("id", $"{options.Prefix}-dots"), ("width", 6), ("height", 6), ("patternUnits", "userSpaceOnUse"))
            .Empty("rect", ("width", 6), ("height", 6), ("class", "dots-ground"))
            .Empty("circle", ("cx", 3), ("cy", 3), ("r", 0.9), ("class", "dots-dot"))
            .Close("pattern")
            .Close("defs").Line();
    }
}
