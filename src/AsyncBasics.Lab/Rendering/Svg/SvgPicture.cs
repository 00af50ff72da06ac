namespace AsyncBasics.Lab;

/// <summary>Draws the lanes of a run over an axis, with where they could have run and what was lost.</summary>
internal sealed class SvgPicture
{
    private readonly Markup _svg;
    private readonly Picture _picture;
    private readonly SvgOptions _options;
    private readonly IReadOnlyList<LaneGroup> _groups;
    private readonly SvgLayout _layout;

    /// <param name="svg">Where to draw.</param>
    /// <param name="picture">What.</param>
    /// <param name="options">How.</param>
    /// <param name="layout">Where, if it stands beside others.</param>
    public SvgPicture(Markup svg, Picture picture, SvgOptions options, SvgLayout? layout = null)
    {
        _svg = svg;
        _picture = picture;
        _options = options;
        _groups = SvgLayout.Groups(picture, options);
        _layout = layout ?? SvgLayout.Shared([picture], options);
    }

    public SvgLayout Layout => _layout;

    /// <summary>The signs that were used, for the legend.</summary>
    public HashSet<Cell> Used { get; } = [];

    /// <summary>Draws from <paramref name="top"/> on.</summary>
    /// <returns>Where it ends.</returns>
    public double Draw(double top)
    {
        double y = _options.HasHeader ? DrawHeader(top) : top + 14;
        double bottom = y + 14 + (_groups.Count * _layout.RowHeight);
        foreach ((double x, string label) in _layout.Ticks())
        {
            _svg.Empty("line", ("x1", x), ("y1", y + 8), ("x2", x), ("y2", bottom), ("class", "grid"));
            string anchor = _layout.NamesAbove && x < _layout.Left + 10 ? "start" : "middle";
            _svg.Element("text", label, ("x", x), ("y", y + 2), ("class", "tick"), ("text-anchor", anchor)).Line();
        }

        y += 14;
        ILookup<int, Ghost> ghosts = _picture.Ghosts.ToLookup(ghost => ghost.Lane);
        foreach (LaneGroup group in _groups)
        {
            if (group.IsFolded)
            {
                _svg.Element("text", group.ToString().Trim(), ("x", SvgLayout.Margin), ("y", y + 13), ("class", "place")).Line();
            }
            else
            {
                var lane = new SvgLane(_svg, _picture, group.First, _layout, _options, Used);
                lane.Draw(y, ghosts[group.First]);
            }

            y += _layout.RowHeight;
        }

        return DrawLost(y);
    }

    /// <returns>The line on which the names of the moments stand.</returns>
    private double DrawHeader(double top)
    {
        string summary = string.Join(" · ", _picture.Summary);
        double room = _layout.Width - (2 * SvgLayout.Margin);
        bool fits = TextWidth.Of(_picture.Title, 16) + 24 + TextWidth.Of(summary, 13) <= room;
        string title = TextWidth.Fit(DisplayText.Clean(_picture.Title, unicode: true), fits || _layout.NamesAbove ? room : room / 2, 16);
        _svg.Element("text", title, ("x", SvgLayout.Margin), ("y", top + 20), ("class", "h")).Line();
        double line = fits || !_layout.NamesAbove ? top + 20 : top + 40;
        (double x, string anchor) = line > top + 20 ? (SvgLayout.Margin, "start") : (_layout.Width - SvgLayout.Margin, "end");
        _svg.Element("text", summary, ("x", x), ("y", line), ("class", "sum"), ("text-anchor", anchor)).Line();
        return line + 28;
    }

    /// <summary>The bracket under the lanes that shows how much need not have been.</summary>
    private double DrawLost(double y)
    {
        TimeSpan took = _picture.Timeline.Took;
        double from = _layout.X(took - _picture.Lost);
        double to = _layout.X(took);
        if (_picture.Lost <= TimeSpan.Zero || to - from < 6)
        {
            return y;
        }

        string words = $"{DurationText.Total(_picture.Lost)} lost";
        double half = TextWidth.Of(words, 12.5) / 2;
        double centre = Math.Clamp((from + to) / 2, SvgLayout.Margin + half, _layout.Width - SvgLayout.Margin - half);
        _svg.Empty("path", ("class", "cost"), ("d", FormattableString.Invariant($"M{from:0.##} {y - 5:0.##}v10m0 -5H{to:0.##}m0 -5v10"))).Line();
        _svg.Element("text", words, ("x", centre), ("y", y + 17), ("class", "costt"), ("text-anchor", "middle")).Line();
        return y + 24;
    }
}
