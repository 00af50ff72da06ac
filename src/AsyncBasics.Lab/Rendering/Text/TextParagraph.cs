using System.Text.RegularExpressions;

namespace AsyncBasics.Lab;

/// <summary>Pieces of running text, broken at spaces into lines that fit.</summary>
/// <param name="options">The width, and which characters may be used.</param>
/// <param name="indent">How far the lines after the first are indented.</param>
internal sealed partial class TextParagraph(TextTimelineOptions options, int indent = 0)
{
    private readonly List<StyledLine> _lines = [new StyledLine(options.Width, options.Unicode)];

    /// <summary>Adds a text that may hold anything.</summary>
    public void Add(string text, TextStyle style = TextStyle.Plain)
    {
        string clean = DisplayText.Clean(text.ReplaceLineEndings(" "), options.Unicode);
        bool first = true;
        foreach (string word in NumberWithUnit().Replace(clean, "$1\0$2").Split(' '))
        {
            AddWord(word.Replace('\0', ' '), space: !first, style);
            first = false;
        }
    }

    public IReadOnlyList<StyledLine> Lines() => _lines;

    /// <summary>A number and its unit stay together.</summary>
    [GeneratedRegex(@"(\d) (s|ms|µs|us|min|h|d)\b")]
    private static partial Regex NumberWithUnit();

    private void AddWord(string word, bool space, TextStyle style)
    {
        StyledLine line = _lines[^1];
        bool isFresh = line.Width <= (_lines.Count == 1 ? 0 : Math.Min(indent, options.Width / 2));
        int width = DisplayText.WidthOf(word) + (space && !isFresh ? 1 : 0);
        if (!isFresh && space && line.Width + width > options.Width)
        {
            line = new StyledLine(options.Width, options.Unicode);
            line.MoveTo(Math.Min(indent, options.Width / 2));
            _lines.Add(line);
            isFresh = true;
        }

        if (space && !isFresh)
        {
            line.Add(" ", style);
        }

        line.Add(word, style);
    }
}
