namespace AsyncBasics.Lab;

/// <summary>Draws one lane.</summary>
internal sealed class SvgLane(Markup svg, Picture picture, int number, SvgLayout layout, SvgOptions options, HashSet<Cell> used)
{
    private const double TextSize = 11;
    private const double DotRadius = 4;

    private readonly Lane _lane = picture.Timeline.Lanes[number];

    public void Draw(double top, IEnumerable<Ghost> ghosts)
    {
        double middle = layout.NamesAbove ? top + 28 : top + 9;
        svg.Open("g", ("class", "lane"), ("data-lane", options.IsInteractive ? number : null));
        DrawName(top + 13);
        foreach (Ghost ghost in ghosts)
        {
            DrawGhost(ghost, middle);
        }

        SvgBar[] bars = SvgBar.Of(_lane, layout);
        for (int i = 0; i < bars.Length; i++)
        {
            DrawBar(bars[i], middle, isLast: i == bars.Length - 1, i + 1 < bars.Length ? bars[i + 1].Left : layout.Width);
        }

        DrawSteps(middle);
        DrawEnd(middle, bars);
        svg.Close("g").Line();
    }

    private void DrawName(double y)
    {
        string whole = DisplayText.Clean(_lane.Name, unicode: true);
        double indent = SvgLayout.IndentOf(_lane);
        string name = layout.NameOf(_lane);
        svg.Open("text", ("x", SvgLayout.Margin + indent), ("y", y), ("class", "name"));
        if (name != whole && !options.IsInteractive)
        {
            svg.Element("title", whole);
        }

        svg.Text(name).Close("text");
        if (_lane.Line is { } line)
        {
            double x = layout.NamesAbove ? layout.Width - SvgLayout.Margin : layout.Left - 14;
            svg.Element("text", SvgLayout.PlaceOf(line), ("x", x), ("y", y), ("class", "place"), ("text-anchor", "end"));
        }
    }

    private void DrawGhost(Ghost ghost, double middle)
    {
        used.Add(Cell.Ghost);
        double from = layout.X(ghost.Start);
        double width = Math.Max(2, layout.X(ghost.End) - from);
        svg.Open("g", ("class", "ghosts"));
        svg.Empty("rect", ("x", from), ("y", middle - 8), ("width", width), ("height", 16), ("rx", 3), ("class", "ghost"));
        svg.Element("title", $"{_lane.Name} could have run here, from {DurationText.Short(ghost.Start)} to {DurationText.Short(ghost.End)}").Close("g");
    }

    private void DrawBar(SvgBar bar, double middle, bool isLast, double next)
    {
        used.Add(bar.Sign);
        if (bar.Segment.IsCritical)
        {
            used.Add(Cell.WaitsCritically);
        }

        string words = SegmentWords.Of(_lane, bar.Segment);
        svg.Open(
            "g",
            ("class", "seg"),
            ("data-seg", options.IsInteractive ? bar.Number : null),
            ("tabindex", options.IsInteractive ? -1 : null),
            ("role", options.IsInteractive ? "img" : null),
            ("aria-label", options.IsInteractive ? words : null));
        if (!options.IsInteractive)
        {
            svg.Element("title", words);
        }

        double height = bar.IsThin ? 12 : 16;
        svg.Empty(
            "rect",
            ("x", bar.Left),
            ("y", middle - (height / 2)),
            ("width", Math.Max(1, bar.Right - bar.Left)),
            ("height", height),
            ("rx", Math.Min(3, (bar.Right - bar.Left) / 2)),
            ("class", bar.Style),
            ("fill", bar.Pattern is { } pattern ? $"url(#{options.Prefix}-{pattern})" : null));
        DrawText(bar, middle, isLast, next);
        svg.Close("g");
    }

    /// <summary>In the bar where it fits; otherwise behind the lane's last bar, where there is room; otherwise it is left to the tooltip.</summary>
    private void DrawText(SvgBar bar, double middle, bool isLast, double next)
    {
        string text = DisplayText.Clean(bar.Segment.Text, unicode: true);
        double width = TextWidth.Of(text, TextSize);
        if (width + 14 <= bar.Right - bar.Left)
        {
            svg.Element("text", text, ("x", bar.Left + 8), ("y", middle + 4), ("class", bar.IsDark ? "in inb" : "in"));
        }
        else if (isLast && bar.Right + 10 + width <= next - 4)
        {
            string whole = picture.EndOf(_lane) is { Length: > 0 } end ? $"{text}, {end}" : text;
            string shown = bar.Right + 10 + TextWidth.Of(whole, TextSize) <= next - 4 ? whole : text;
            svg.Element("text", shown, ("x", bar.Right + 10), ("y", middle + 4), ("class", "in beside"));
        }
    }

    /// <remarks>Steps so close together that their dots would cover each other are one dot.</remarks>
    private void DrawSteps(double middle)
    {
        double last = double.NegativeInfinity;
        double first = _lane.Steps.Count == 0 ? 0 : layout.X(_lane.Steps[0]);
        double end = layout.X(_lane.End);
        foreach (double x in _lane.Steps.Select(layout.X))
        {
            // A cross on a dot would be neither; the ring of a lane that is done covers it.
            bool isUnderEnd = x > first && end - x < 2 * DotRadius && _lane.State != FutureState.Succeeded;
            if (x - last >= DotRadius && !isUnderEnd)
            {
                used.Add(Cell.Step);
                svg.Empty("circle", ("cx", x), ("cy", middle), ("r", DotRadius), ("class", "run"));
                last = x;
            }
        }
    }

    private void DrawEnd(double middle, SvgBar[] bars)
    {
        double x = layout.X(_lane.End);
        if (_lane.Steps.Count > 0 && x - layout.X(_lane.Steps[0]) < 2 * DotRadius)
        {
            // Began and ended at once: both signs are to be seen.
            x = layout.X(_lane.Steps[0]) + (2.5 * DotRadius);
        }

        switch (_lane.State)
        {
            case FutureState.Succeeded:
                used.Add(Cell.Done);
                svg.Empty("circle", ("cx", x), ("cy", middle), ("r", DotRadius), ("class", "done"));
                break;
            case FutureState.Failed:
                used.Add(Cell.Failed);
                svg.Empty("path", ("class", "failed"), ("d", FormattableString.Invariant($"M{x - 4:0.##} {middle - 4:0.##}l8 8m0 -8l-8 8")));
                break;
            case FutureState.Cancelled:
                used.Add(Cell.Cancelled);
                svg.Empty("path", ("class", "cancelled"), ("d", FormattableString.Invariant($"M{x:0.##} {middle - 7:0.##}v14")));
                break;
            default:
                used.Add(Cell.GoesOn);
                svg.Empty("path", ("class", "goes-on"), ("d", FormattableString.Invariant($"M{x + 2:0.##} {middle - 4:0.##}l4 4l-4 4")));
                break;
        }

        bool wordsStandInBar = bars.Length == 0 || TextWidth.Of(bars[^1].Segment.Text, TextSize) + 14 <= bars[^1].Right - bars[^1].Left;
        if (wordsStandInBar && picture.EndOf(_lane) is { Length: > 0 } end)
        {
            string fitting = TextWidth.Fit(DisplayText.Clean(end, unicode: true), layout.Width - x - 14, TextSize);
            svg.Element("text", fitting, ("x", x + 10), ("y", middle + 4), ("class", "in beside"));
        }
    }
}
