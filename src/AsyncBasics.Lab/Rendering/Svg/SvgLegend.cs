namespace AsyncBasics.Lab;

/// <summary>Explains the signs that a picture uses.</summary>
internal static class SvgLegend
{
    private const double SwatchWidth = 26;

    /// <summary>Draws from <paramref name="top"/> on.</summary>
    /// <returns>Where it ends.</returns>
    public static double Draw(Markup svg, IReadOnlySet<Cell> used, SvgOptions options, double top)
    {
        double x = SvgLayout.Margin;
        double y = top;
        svg.Open("g", ("class", "legend"));
        foreach (Cell sign in Enum.GetValues<Cell>().Where(used.Contains))
        {
            string words = Meaning(sign);
            bool isBar = IsBar(sign);
            double width = (isBar ? SwatchWidth : 8) + 8 + TextWidth.Of(words, SvgLayout.SmallSize) + 16;
            if (x > SvgLayout.Margin && x + width > options.Width - SvgLayout.Margin)
            {
                x = SvgLayout.Margin;
                y += 22;
            }

            DrawSign(svg, sign, x, y + 7, options);
            svg.Element("text", words, ("x", x + (isBar ? SwatchWidth : 8) + 8), ("y", y + 11), ("class", "tick")).Line();
            x += width;
        }

        svg.Close("g");
        return y + 20;
    }

    private static void DrawSign(Markup svg, Cell sign, double x, double middle, SvgOptions options)
    {
        double centre = x + 4;
        switch (sign)
        {
            case Cell.Step:
                svg.Empty("circle", ("cx", centre), ("cy", middle), ("r", 4), ("class", "run"));
                break;
            case Cell.Done:
                svg.Empty("circle", ("cx", centre), ("cy", middle), ("r", 4), ("class", "done"));
                break;
            case Cell.Failed:
                svg.Empty("path", ("class", "failed"), ("d", FormattableString.Invariant($"M{x:0.##} {middle - 4:0.##}l8 8m0 -8l-8 8")));
                break;
            case Cell.Cancelled:
                svg.Empty("path", ("class", "cancelled"), ("d", FormattableString.Invariant($"M{centre:0.##} {middle - 7:0.##}v14")));
                break;
            case Cell.GoesOn:
                svg.Empty("path", ("class", "goes-on"), ("d", FormattableString.Invariant($"M{centre - 2:0.##} {middle - 4:0.##}l4 4l-4 4")));
                break;
            default:
                double height = sign == Cell.WaitsForLanes ? 12 : 14;
                svg.Empty(
                    "rect",
                    ("x", x),
                    ("y", middle - (height / 2)),
                    ("width", SwatchWidth),
                    ("height", height),
                    ("rx", 3),
                    ("class", SvgBar.StyleOf(sign)),
                    ("fill", SvgBar.PatternOf(sign) is { } pattern ? $"url(#{options.Prefix}-{pattern})" : null));
                break;
        }
    }

    private static bool IsBar(Cell sign) => sign is not (Cell.Step or Cell.Done or Cell.Failed or Cell.Cancelled or Cell.GoesOn);

    private static string Meaning(Cell sign) => sign switch
    {
        Cell.Starved => "ready, but starved",
        Cell.Blocked => "blocked: holds the loop",
        Cell.BlockedBeside => "blocked: only its own thread",
        Cell.Ghost => "could have run here",
        Cell.WaitsCritically => "on the critical path",
        _ => Cells.Meaning(sign),
    };
}
