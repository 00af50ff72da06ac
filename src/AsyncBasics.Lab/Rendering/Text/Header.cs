namespace AsyncBasics.Lab;

/// <summary>The title on the left and how long it took on the right, on one line where both fit.</summary>
internal static class Header
{
    public static IEnumerable<StyledLine> Lines(Picture picture, TextTimelineOptions options)
    {
        string title = DisplayText.Clean(picture.Title, options.Unicode);
        string summary = DisplayText.Clean(string.Join(" · ", picture.Summary), options.Unicode);
        int gap = title.Length == 0 ? 0 : 2;
        if (DisplayText.WidthOf(title) + gap + DisplayText.WidthOf(summary) <= options.Width)
        {
            var line = new StyledLine(options.Width, options.Unicode);
            line.Add(title, TextStyle.Title);
            line.MoveTo(options.Width - DisplayText.WidthOf(summary));
            line.Add(summary);
            return [line];
        }

        bool fits = DisplayText.WidthOf(summary) <= options.Width;
        IEnumerable<string> below = fits ? [summary] : picture.Summary.Select(part => DisplayText.Clean(part, options.Unicode));
        List<StyledLine> lines = [];
        foreach ((string text, TextStyle style) in below.Select(part => (part, TextStyle.Plain)).Prepend((title, TextStyle.Title)))
        {
            var line = new StyledLine(options.Width, options.Unicode);
            line.Add(text, style);
            lines.Add(line);
        }

        return lines;
    }

    /// <summary>How long it took and had to take, in words.</summary>
    public static IReadOnlyList<string> Summary(Timeline timeline)
    {
        if (!timeline.IsOver)
        {
            return [$"{DurationText.Total(timeline.Took)} so far"];
        }

        string took = $"took {DurationText.Total(timeline.Took)}";
        return timeline.HadToTake is { } hadToTake ? [took, $"had to take {DurationText.Total(hadToTake)}"] : [took];
    }
}
