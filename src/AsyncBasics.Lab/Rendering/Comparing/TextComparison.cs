namespace AsyncBasics.Lab;

/// <summary>Two reports as text: one picture below the other on one scale, then what became different.</summary>
public static class TextComparison
{
    /// <summary>Draws <paramref name="comparison"/>.</summary>
    /// <returns>The lines, without line ends and without spaces at their ends.</returns>
    public static IReadOnlyList<string> Render(ReportComparison comparison, TextTimelineOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        options ??= new TextTimelineOptions();
        List<StyledLine> lines = [];
        HashSet<Cell> used = [];
        IReadOnlyList<Picture> pictures = comparison.Pictures();
        for (int i = 0; i < pictures.Count; i++)
        {
            bool isLast = i == pictures.Count - 1;
            var layout = new TextLayout(Together(pictures), options);
            lines.AddRange(TextTimeline.Draw(pictures[i], layout, used, options with { Legend = options.Legend && isLast }));
            lines.Add(new StyledLine(options.Width, options.Unicode));
        }

        foreach (Report report in new[] { comparison.First, comparison.Second })
        {
            foreach (IEnumerable<StyledLine> ending in TextEnding.Blocks(report, options))
            {
                lines.AddRange(ending);
                lines.Add(new StyledLine(options.Width, options.Unicode));
            }
        }

        foreach ((char sign, string word, string text) in comparison.Changes())
        {
            var change = new TextParagraph(options, indent: 2);
            TextStyle style = sign switch { '-' => TextStyle.Done, '+' => TextStyle.Failed, _ => TextStyle.Quiet };
            change.Add($"{sign} {word}:", style);
            change.Add($" {text}");
            lines.AddRange(change.Lines());
        }

        var difference = new TextParagraph(options);
        difference.Add(comparison.Difference, TextStyle.Title);
        lines.AddRange(difference.Lines());
        return [.. lines.Select(line => line.ToText(options.Colour))];
    }

    /// <summary>All lanes in one, so that names and axis stand on the same columns.</summary>
    private static Timeline Together(IReadOnlyList<Picture> pictures) => pictures[0].Timeline with
    {
        Lanes = [.. pictures.SelectMany(picture => picture.Timeline.Lanes)],
        Took = pictures.Max(picture => picture.Timeline.Took),
    };
}
