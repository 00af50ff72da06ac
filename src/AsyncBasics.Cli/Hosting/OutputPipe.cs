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
    private bool _isSending;

    public OutputPipe(Stream stream)
    {
        _stream = stream;
        new Thread(Send) { Name = "output", IsBackground = true }.Start();
    }

    /// <summary>Takes what the program wrote, without waiting for anybody to read it.</summary>
    public void Write(string text)
    {
        lock (_gate)
        {
            _waiting.Append(text);
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Sends a message, after all output that came before it.</summary>
    public void Say(MessageKind kind, string text)
    {
        lock (_gate)
        {
            while (_isSending || _waiting.Length > 0)
            {
                Monitor.Wait(_gate);
            }
        }

        MessageStream.Write(_stream, kind, text);
    }

    private void Send()
    {
        while (true)
        {
            Take();
            try
            {
                MessageStream.Write(_stream, MessageKind.Output, _leaving.ToString());
            }
            catch (IOException)
            {
                // The command is gone, and with it everybody who would want the output.
            }

            _leaving.Clear();
        }
    }

    /// <summary>Waits until there is something to send, and takes it.</summary>
    private void Take()
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
        }
    }
}
