namespace AsyncBasics.Cli;

/// <summary>
/// Takes whole lines, from any thread, and shows each at once. When that fails, since the reader has gone (<c>| head -1</c>) for
/// example, it says so once and swallows the rest.
/// </summary>
internal class Screen(Terminal terminal)
{
    /// <summary>Why nothing can be shown any more; <see langword="null"/> while all is well.</summary>
    public Exception? Lost { get; private set; }

    /// <summary>Called once, by whoever wrote then, when nothing can be shown any more.</summary>
    public Action? OnLost { get; set; }

    protected Terminal Terminal { get; } = terminal;

    /// <summary>Held by whoever writes.</summary>
    protected Lock Writing { get; } = new();

    public void WriteLine(string line)
    {
        lock (Writing)
        {
            if (Lost is not null)
            {
                return;
            }

            try
            {
                ShowLine(line);
                return;
            }
            catch (Exception exception) when (LostOutput.IsMeantBy(exception))
            {
                Lost = exception;
            }
        }

        OnLost?.Invoke();
    }

    public void WriteError(string line)
    {
        try
        {
            ShowError(line);
        }
        catch (Exception exception) when (LostOutput.IsMeantBy(exception))
        {
            // There is no third place to tell it.
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
