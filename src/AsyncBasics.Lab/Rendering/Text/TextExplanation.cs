using System.Globalization;

namespace AsyncBasics.Lab;

/// <summary>An explanation as text for a terminal.</summary>
public static class TextExplanation
{
    /// <summary>Draws <paramref name="explanation"/>.</summary>
    /// <returns>The lines, without line ends and without spaces at their ends.</returns>
    public static IReadOnlyList<string> Render(Explanation explanation, TextTimelineOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        options ??= new TextTimelineOptions();
        List<StyledLine> lines = [.. Paragraph($"{explanation.Kind.Id} · {explanation.Kind.Title}", TextStyle.Title, options)];
        foreach (string paragraph in explanation.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            lines.Add(new StyledLine(options.Width, options.Unicode));
            lines.AddRange(Markdown(paragraph, options));
        }

        lines.AddRange(Program("It shows in", explanation.Bad, options));
        lines.AddRange(Program("Repaired", explanation.Good, options));
        lines.Add(new StyledLine(options.Width, options.Unicode));
        string rules = explanation.Kind.Rules.Count == 0
            ? "No known analyzer rule tells of it."
            : $"Analyzer rules that tell of it, too: {string.Join(", ", explanation.Kind.Rules)}.";
        lines.AddRange(Paragraph($"Kind: {explanation.Kind.Slug}. Lesson: {explanation.Kind.Lesson}. {rules}", TextStyle.Quiet, options));
        return [.. lines.Select(line => line.ToText(options.Colour))];
    }

    private static IReadOnlyList<StyledLine> Paragraph(string text, TextStyle style, TextTimelineOptions options)
    {
        var paragraph = new TextParagraph(options);
        paragraph.Add(text, style);
        return paragraph.Lines();
    }

    /// <summary>Running text in which code stands between backticks.</summary>
    private static IReadOnlyList<StyledLine> Markdown(string text, TextTimelineOptions options)
    {
        var paragraph = new TextParagraph(options);
        string[] pieces = text.Split('`');
        for (int i = 0; i < pieces.Length; i++)
        {
            paragraph.Add(pieces[i].Replace("*", string.Empty, StringComparison.Ordinal), i % 2 == 1 ? TextStyle.Running : TextStyle.Plain);
        }

        return paragraph.Lines();
    }

    private static IEnumerable<StyledLine> Program(string title, string source, TextTimelineOptions options)
    {
        yield return new StyledLine(options.Width, options.Unicode);
        foreach (StyledLine line in Paragraph($"{title}:", TextStyle.Title, options))
        {
            yield return line;
        }

        int number = 0;
        foreach (string text in source.TrimEnd('\n').Split('\n'))
        {
            number++;
            var line = new StyledLine(options.Width, options.Unicode);
            line.Add($"{number.ToString(CultureInfo.InvariantCulture),4} {(options.Unicode ? '│' : '|')} ", TextStyle.Quiet);
            line.Add(DisplayText.Clean(text, options.Unicode));
            yield return line;
        }
    }
}
