namespace AsyncBasics.Cli;

/// <summary>
/// Takes whole lines, from any thread, and shows each at once. When the reader has gone (<c>| head -1</c>), it says so once and
/// swallows the rest.
/// </summary>
internal class Screen(Terminal terminal)
{
    private bool _readerGone;

    /// <summary>Called once, by whoever wrote then, when the reader has gone.</summary>
    public Action? ReaderGone { get; set; }

    protected Terminal Terminal { get; } = terminal;

    /// <summary>Held by whoever writes.</summary>
    protected Lock Writing { get; } = new();

    public void WriteLine(string line)
    {
        lock (Writing)
        {
            if (_readerGone)
            {
                return;
            }

            try
            {
                ShowLine(line);
                return;
            }
            catch (IOException)
            {
                _readerGone = true;
            }
        }

        ReaderGone?.Invoke();
    }

    public void WriteError(string line)
    {
        lock (Writing)
        {
            ShowError(line);
        }
    }

    protected virtual void ShowLine(string line)
    {
        Terminal.Out.WriteLine(line);
        Terminal.Out.Flush();
    }

    protected virtual void ShowError(string line)
    {
        Terminal.Error.WriteLine(line);
        Terminal.Error.Flush();
    }
}
