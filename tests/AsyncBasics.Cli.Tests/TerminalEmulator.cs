using System.Text;

namespace AsyncBasics.Cli.Tests;

/// <summary>As much of a terminal as the live picture needs: what stands on which line after all that was written.</summary>
internal sealed class TerminalEmulator(int columns) : TextWriter
{
    private readonly List<StringBuilder> _lines = [new()];
    private string? _sequence;
    private int _row;
    private int _column;

    public bool CursorIsVisible { get; private set; } = true;

    public override Encoding Encoding => Encoding.UTF8;

    public string[] Lines => [.. _lines.Select(line => line.ToString().TrimEnd())];

    public override void Write(char value)
    {
        if (_sequence is not null)
        {
            Continue(value);
        }
        else if (value == '\e')
        {
            _sequence = string.Empty;
        }
        else if (value == '\r')
        {
            _column = 0;
        }
        else if (value == '\n')
        {
            // As a terminal does it that is set up for lines that end in a line feed alone.
            _column = 0;
            DownOne();
        }
        else
        {
            Print(value);
        }
    }

    private void Print(char value)
    {
        if (_column == columns)
        {
            _column = 0;
            DownOne();
        }

        StringBuilder line = _lines[_row];
        line.Append(' ', Math.Max(0, _column + 1 - line.Length));
        line[_column++] = value;
    }

    private void DownOne()
    {
        _row++;
        if (_row == _lines.Count)
        {
            _lines.Add(new StringBuilder());
        }
    }

    private void Continue(char value)
    {
        _sequence += value;
        if (!char.IsAsciiLetter(value))
        {
            return;
        }

        string sequence = _sequence;
        _sequence = null;
        switch (sequence)
        {
            case "[?25l":
                CursorIsVisible = false;
                break;
            case "[?25h":
                CursorIsVisible = true;
                break;
            case "[2K":
                _lines[_row].Clear();
                break;
            case "[J":
                _lines[_row].Length = Math.Min(_column, _lines[_row].Length);
                _lines.RemoveRange(_row + 1, _lines.Count - _row - 1);
                break;
            case ['[', .. string number, 'A']:
                _row -= int.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
                Assert.True(_row >= 0, "The cursor went above the first line.");
                break;
            case "[?2026h" or "[?2026l" or [.., 'm']:
                break;
            default:
                Assert.Fail($"Unknown control sequence {sequence}");
                break;
        }
    }
}
