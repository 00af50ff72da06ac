using System.Text.RegularExpressions;

namespace AsyncBasics.Lab;

/// <summary>Pieces of running text, broken at spaces into lines that fit, or inside a word that is longer than a line.</summary>
/// <param name="options">The width, and which characters may be used.</param>
/// <param name="indent">How far the lines after the first are indented.</param>
internal sealed partial class TextParagraph(TextTimelineOptions options, int indent = 0)
{
    private readonly List<StyledLine> _lines = [new StyledLine(options.Width, options.Unicode)];

    /// <summary>The word that is being written: pieces that touch each other stay together.</summary>
    private readonly List<(string Text, TextStyle Style)> _word = [];

    private TextStyle? _spaceBefore;

    private int Indent => Math.Min(indent, options.Width / 2);

    private bool IsFresh => _lines[^1].Width <= (_lines.Count == 1 ? 0 : Indent);

    /// <summary>Adds a text that may hold anything.</summary>
    public void Add(string text, TextStyle style = TextStyle.Plain)
    {
        string clean = DisplayText.Clean(text.ReplaceLineEndings(" "), options.Unicode);
        bool first = true;
        foreach (string word in NumberWithUnit().Replace(clean, "$1\0$2").Split(' '))
        {
            if (!first)
            {
                PlaceWord();
                _spaceBefore = style;
            }

            if (word.Length > 0)
            {
                _word.Add((word.Replace('\0', ' '), style));
            }

            first = false;
        }
    }

    public IReadOnlyList<StyledLine> Lines()
    {
        PlaceWord();
        return _lines;
    }

    /// <summary>A number and its unit stay together.</summary>
    [GeneratedRegex(@"(\d) (s|ms|µs|us|min|h|d)\b")]
    private static partial Regex NumberWithUnit();

    private void PlaceWord()
    {
        if (_word.Count == 0)
        {
            return;
        }

        int width = _word.Sum(piece => DisplayText.WidthOf(piece.Text)) + (_spaceBefore is null ? 0 : 1);
        if (!IsFresh && _lines[^1].Width + width > options.Width)
        {
            BeginLine();
        }

        if (_spaceBefore is { } space && !IsFresh)
        {
            _lines[^1].Add(" ", space);
        }

        foreach ((string text, TextStyle style) in _word)
        {
            Write(text, style);
        }

        _word.Clear();
        _spaceBefore = null;
    }

    private void Write(string text, TextStyle style)
    {
        while (DisplayText.WidthOf(text) > options.Width - _lines[^1].Width)
        {
            string fitting = DisplayText.Take(text, options.Width - _lines[^1].Width);
            if (fitting.Length == 0 && IsFresh)
            {
                break;
            }

            _lines[^1].Add(fitting, style);
            text = text[fitting.Length..];
            BeginLine();
        }

        _lines[^1].Add(text, style);
    }

    private void BeginLine()
    {
        var line = new StyledLine(options.Width, options.Unicode);
        line.MoveTo(Indent);
        _lines.Add(line);
    }
}
