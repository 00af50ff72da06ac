namespace AsyncBasics.Lab;

/// <summary>Two reports as one picture in SVG, one below the other on one scale, and under them what became different.</summary>
public static class SvgComparison
{
    private const double LineHeight = 19;

    /// <summary>Draws <paramref name="comparison"/>.</summary>
    public static string Render(ReportComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var options = new SvgOptions();
        var drawing = new Markup();
        HashSet<Cell> used = [];
        double y = 14;
        IReadOnlyList<Picture> pictures = comparison.Pictures();
        SvgLayout layout = SvgLayout.Shared(pictures, options);
        foreach (Picture shown in pictures)
        {
            var picture = new SvgPicture(drawing, shown, options, layout);
            y = picture.Draw(y) + 18;
            used.UnionWith(picture.Used);
        }

        y += 12;
        drawing.Element("text", DisplayText.Clean(comparison.Difference, unicode: true), ("x", SvgLayout.Margin), ("y", y), ("class", "h")).Line();
        y += 8;
        foreach ((char sign, string word, string text) in comparison.Changes())
        {
            y += LineHeight;
            string style = sign switch { '-' => "right", '+' => "wrong", _ => "quiet" };
            drawing.Element("text", $"{(sign == '-' ? '−' : sign)} {word}", ("x", SvgLayout.Margin), ("y", y), ("class", style));
            string fitting = TextWidth.Fit(DisplayText.Clean(text, unicode: true), options.Width - 124, 12.5);
            drawing.Element("text", fitting, ("x", SvgLayout.Margin + 96), ("y", y)).Line();
        }

        y = used.Count == 0 ? y : SvgLegend.Draw(drawing, used, options, y + 16);
        (string first, string second) = comparison.Names;
        return SvgFrame.StandAlone(drawing, $"{first} and {second}", comparison.Describe(), options, y + 12);
    }
}
