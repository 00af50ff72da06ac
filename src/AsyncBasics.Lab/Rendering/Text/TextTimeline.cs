using System.Globalization;

namespace AsyncBasics.Lab;

/// <summary>Draws a timeline as text: a line for each lane over a time axis, with a pattern for each state.</summary>
public static class TextTimeline
{
    /// <summary>Draws <paramref name="timeline"/>.</summary>
    /// <returns>The lines, without line ends and without spaces at their ends.</returns>
    public static IReadOnlyList<string> Render(Timeline timeline, TextTimelineOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        options ??= new TextTimelineOptions();
        return [.. Draw(Picture.Of(timeline), options).Select(line => line.ToText(options.Colour))];
    }

    internal static IEnumerable<StyledLine> Draw(Picture picture, TextTimelineOptions options) =>
        Draw(picture, new TextLayout(picture.Timeline, options), [], options);

    /// <summary>Draws on columns that several pictures may share.</summary>
    /// <param name="picture">What to draw.</param>
    /// <param name="layout">The columns.</param>
    /// <param name="used">The signs that pictures above it used, to be explained together with its own.</param>
    /// <param name="options">How to draw.</param>
    internal static IEnumerable<StyledLine> Draw(Picture picture, TextLayout layout, HashSet<Cell> used, TextTimelineOptions options) =>
        Header.Lines(picture, options).Append(Ticks(layout, options)).Concat(Lanes(picture, layout, used, options));

    private static StyledLine Ticks(TextLayout layout, TextTimelineOptions options)
    {
        var line = new StyledLine(options.Width, options.Unicode);
        foreach (Tick tick in layout.Axis.Ticks())
        {
            if (layout.Left + tick.Column + tick.Label.Length <= options.Width)
            {
                line.MoveTo(layout.Left + tick.Column);
                line.Add(tick.Label, TextStyle.Quiet);
            }
        }

        return line;
    }

    private static IEnumerable<StyledLine> Lanes(Picture picture, TextLayout layout, HashSet<Cell> used, TextTimelineOptions options)
    {
        Timeline timeline = picture.Timeline;
        ILookup<int, Ghost> ghosts = picture.Ghosts.ToLookup(ghost => ghost.Lane);

        // Where all that takes time is critical, to say so tells nothing.
        bool sayCritical = timeline.Lanes.Any(lane => lane is { IsCritical: false, IsTask: true, Parent: not null });
        foreach (LaneGroup group in LaneFolding.Fold(timeline.Lanes, options.MaxLanes, picture.Important))
        {
            if (group.IsFolded)
            {
                yield return Folded(group, options);
                continue;
            }

            Lane lane = timeline.Lanes[group.First];
            Cell[] cells = LaneRow.Draw(lane, ghosts[group.First], layout.Axis);
            used.UnionWith(cells);
            StyledLine row = Row(lane, cells, layout, options);
            int column = layout.WordsColumn ?? row.Width + 2;
            string words = LaneWords.Fitting(lane, picture.EndOf(lane), sayCritical, options.Width - column);
            words = DisplayText.Clean(words, options.Unicode);
            if (layout.WordsColumn is not null || column + DisplayText.WidthOf(words) <= options.Width)
            {
                row.MoveTo(column);
                row.Add(words, TextStyle.Quiet);
            }

            yield return row;
        }

        if (options.Legend)
        {
            foreach (StyledLine line in Legend.Lines(used, options))
            {
                yield return line;
            }
        }
    }

    private static StyledLine Folded(LaneGroup group, TextTimelineOptions options)
    {
        var line = new StyledLine(options.Width, options.Unicode);
        line.Add(DisplayText.Clean(group.ToString(), options.Unicode), TextStyle.Quiet);
        return line;
    }

    private static StyledLine Row(Lane lane, Cell[] cells, TextLayout layout, TextTimelineOptions options)
    {
        var line = new StyledLine(options.Width, options.Unicode);
        line.Add(layout.NameOf(lane));
        if (lane.Line is { } source)
        {
            line.MoveTo(layout.PlaceColumn);
            line.Add(string.Create(CultureInfo.InvariantCulture, $"l.{source}"), TextStyle.Quiet);
        }

        line.MoveTo(layout.Left);
        int end = Array.FindLastIndex(cells, cell => cell != Cell.Blank);
        for (int from = 0; from <= end;)
        {
            int to = from;
            while (to <= end && Cells.Style(cells[to]) == Cells.Style(cells[from]))
            {
                to++;
            }

            char[] run = [.. cells[from..to].Select(cell => Cells.Character(cell, options.Unicode))];
            line.Add(new string(run), Cells.Style(cells[from]));
            from = to;
        }

        return line;
    }
}
