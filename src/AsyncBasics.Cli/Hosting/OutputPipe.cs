using System.Text;

namespace AsyncBasics.Cli;

/// <summary>
/// Sends a program's output while it runs. A thread of its own does the writing: what comes while it writes goes out together, so that a
/// program that writes character by character is not slowed down by each.
/// </summary>
internal sealed class OutputPipe
{
    private readonly Stream _stream;
    private readonly object _gate = new();
    private StringBuilder _waiting = new();
    private StringBuilder _leaving = new();
    private MessageKind _kind;
    private bool _isSending;

    public OutputPipe(Stream stream)
    {
        _stream = stream;
        new Thread(Send) { Name = "output", IsBackground = true }.Start();
    }

    /// <summary>Takes what the program wrote; it waits only for output of the other kind, so that the two keep their order.</summary>
    public void Write(MessageKind kind, string text)
    {
        lock (_gate)
        {
            while (_waiting.Length > 0 && _kind != kind)
            {
                Monitor.Wait(_gate);
            }

            _kind = kind;
            _waiting.Append(text);
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Sends a message, after all output that came before it.</summary>
    public void Say(MessageKind kind, ReadOnlySpan<byte> content = default)
    {
        lock (_gate)
        {
            while (_isSending || _waiting.Length > 0)
            {
                Monitor.Wait(_gate);
            }
        }

        Send(kind, content);
    }

    private void Send()
    {
        while (true)
        {
            MessageKind kind = Take();
            Send(kind, Encoding.UTF8.GetBytes(_leaving.ToString()));
            _leaving.Clear();
        }
    }

    /// <summary>Waits until there is something to send, and takes it.</summary>
    private MessageKind Take()
    {
        lock (_gate)
        {
            _isSending = false;
            Monitor.PulseAll(_gate);
            while (_waiting.Length == 0)
            {
                Monitor.Wait(_gate);
            }

            (_waiting, _leaving) = (_leaving, _waiting);
            _isSending = true;
            Monitor.PulseAll(_gate);
            return _kind;
        }
    }

    private void Send(MessageKind kind, ReadOnlySpan<byte> content)
    {
        try
        {
            MessageStream.Write(_stream, kind, content);
        }
        catch (IOException)
        {
            // The command is gone, and with it everybody who would want to know.
        }
    }
}
