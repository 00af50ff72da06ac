using System.Text;

namespace AsyncBasics.Lab;

/// <summary>What a program writes and reads, in place of the console.</summary>
internal sealed class ConsoleCapture
{
    private readonly Stage _stage;
    private readonly Lock _lock = new();
    private readonly StringBuilder _out = new();
    private readonly StringBuilder _error = new();
    private bool _sawEndOfInput;
    private int _asksForKey;

    /// <summary>Nothing is written yet.</summary>
    public ConsoleCapture(Stage stage)
    {
        _stage = stage;
        Out = new CaptureWriter(this, isError: false);
        Error = new CaptureWriter(this, isError: true);
        In = new CaptureReader(stage.Options.Input, NoteEndOfInput);
    }

    /// <summary>What was written to standard output.</summary>
    public string OutText => _out.ToString();

    /// <summary>What was written to standard error.</summary>
    public string ErrorText => _error.ToString();

    /// <summary>Where the program writes.</summary>
    public TextWriter Out { get; set; }

    /// <summary>Where the program writes its errors.</summary>
    public TextWriter Error { get; set; }

    /// <summary>Where the program reads.</summary>
    public TextReader In { get; set; }

    /// <summary>Whether a key was pressed: those that wait for one to end their work are given it after a while.</summary>
    public bool IsKeyAvailable()
    {
        const int Patience = 100;
        return In.Peek() >= 0 || ++_asksForKey > Patience;
    }

    /// <summary>Takes in what the program writes.</summary>
    public void Write(string text, bool isError)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (_stage.IsHere)
        {
            _stage.ThrowIfEnding();
            _stage.AtOwnTime(() => Put(text, isError));
        }
        else
        {
            Put(text, isError);
        }
    }

    private void Put(string text, bool isError)
    {
        long total;
        lock (_lock)
        {
            (isError ? _error : _out).Append(text);
            total = (long)_out.Length + _error.Length;
        }

        _stage.Recorder.Output(text, isError);
        (isError ? _stage.Options.OnErrorOutput : _stage.Options.OnOutput)?.Invoke(text);
        if (_stage.IsHere)
        {
            _stage.Budget.Wrote(total);
        }
    }

    private void NoteEndOfInput()
    {
        // To read input to its end is what programs do; to find none at all may not be what the reader expects.
        if (!_sawEndOfInput && _stage.Options.Input.Length == 0)
        {
            _sawEndOfInput = true;
            _stage.Recorder.Note("The program wanted to read from standard input, where there was nothing to read.");
        }
    }
}
