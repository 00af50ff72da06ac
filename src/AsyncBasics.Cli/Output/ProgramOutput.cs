using System.Text;

namespace AsyncBasics.Cli;

/// <summary>Stands in for the console while the program runs: passes each line on, and tells whoever observes the loop.</summary>
internal sealed class ProgramOutput(Screen screen) : TextWriter
{
    private readonly StringBuilder _line = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        if (value == '\n')
        {
            PassOn();
        }
        else if (value != '\r')
        {
            _line.Append(value);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _line.Length > 0)
        {
            // The program's last words, without an end of line.
            PassOn();
        }

        base.Dispose(disposing);
    }

    private void PassOn()
    {
        string line = _line.ToString();
        _line.Clear();
        screen.WriteLine(line);
        EventLoop.RunningOrNull?.WriteOutput(line);
    }
}
