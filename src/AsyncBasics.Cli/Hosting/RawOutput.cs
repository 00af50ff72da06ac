using System.Text;

namespace AsyncBasics.Cli;

/// <summary>What a host's process writes past the lab: as a rule nothing but the runtime's last words. The beginning is kept.</summary>
internal sealed class RawOutput
{
    /// <summary>What the runtime writes first when a stack overflows. Then it lists the calls, which takes a minute when they are many.</summary>
    public const string Overflow = "Stack overflow.";

    private const int Most = 1 << 16;

    private readonly StringBuilder _text = new();
    private readonly Thread _reading;
    private volatile bool _tellsOfOverflow;

    /// <param name="reader">Where it arrives.</param>
    /// <param name="onText">Is told of it, on a thread of its own.</param>
    public RawOutput(StreamReader reader, Action<string>? onText = null)
    {
        _reading = new Thread(() => Read(reader, onText)) { Name = "raw output", IsBackground = true };
        _reading.Start();
    }

    /// <summary>Whether the process is dying of its stack.</summary>
    public bool TellsOfOverflow => _tellsOfOverflow;

    /// <summary>All of it: waits until the process has closed it.</summary>
    public string Text
    {
        get
        {
            _reading.Join();
            return _text.ToString();
        }
    }

    private void Read(StreamReader reader, Action<string>? onText)
    {
        char[] buffer = new char[4096];
        while (reader.Read(buffer) is > 0 and var count)
        {
            onText?.Invoke(new string(buffer, 0, count));
            _text.Append(buffer, 0, Math.Min(count, Most - _text.Length));
            _tellsOfOverflow |= buffer.AsSpan(0, count).Contains(Overflow, StringComparison.Ordinal);
        }
    }
}
