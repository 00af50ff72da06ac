using System.Text;

namespace AsyncBasics.Cli;

/// <summary>Stands in for the console while the program runs: passes each line on, and tells whoever observes the loop.</summary>
internal sealed class ProgramOutput : TextWriter
{
    private readonly Screen _screen;
    private readonly TextWriter _console = Console.Out;
    private readonly StringBuilder _line = new();

    private ProgramOutput(Screen screen) => _screen = screen;

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>Takes the console's place until the result is disposed.</summary>
    public static IDisposable Capture(Screen screen)
    {
        var output = new ProgramOutput(screen);
        Console.SetOut(output);
        return output;
    }

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
        if (disposing)
        {
            Console.SetOut(_console);
            if (_line.Length > 0)
            {
                // The program's last words, without an end of line.
                PassOn();
            }
        }

        base.Dispose(disposing);
    }

    private void PassOn()
    {
        string line = _line.ToString();
        _line.Clear();
        _screen.WriteLine(line);
        EventLoop.RunningOrNull?.WriteOutput(line);
    }
}
