using System.Text;

namespace AsyncBasics.Cli;

/// <summary>
/// A terminal with a picture that moves below the lines of output. A thread of its own draws it some fifteen times a second, so
/// that it goes on while the program's only thread is blocked.
/// </summary>
internal sealed class LiveScreen : Screen, IDisposable
{
    private const int FramesPerSecond = 15;

    private static readonly TimeSpan s_patienceAtExit = TimeSpan.FromSeconds(0.25);

    private readonly ManualResetEventSlim _ended = new();
    private readonly Thread _drawing;
    private Func<TerminalSize, IReadOnlyList<string>>? _picture;
    private TerminalSize _size;

    /// <summary>The lines of the picture as they stand on the terminal now; the cursor is below them.</summary>
    private IReadOnlyList<string> _shown = [];

    public LiveScreen(Terminal terminal)
        : base(terminal)
    {
        // However the process ends, it leaves a cursor behind.
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
        _size = terminal.Size();
        _drawing = new Thread(DrawFrames) { Name = "drawing", IsBackground = true };
        _drawing.Start();
    }

    /// <summary>Shows a picture from now on.</summary>
    /// <param name="picture">Asked for the lines at each frame, on the drawing thread: none wider than the terminal.</param>
    public void Show(Func<TerminalSize, IReadOnlyList<string>> picture)
    {
        lock (Writing)
        {
            Write(AnsiCodes.HideCursor);
            _picture = picture;
            Redraw();
        }
    }

    /// <summary>Draws the picture for the last time and leaves it where it is: what comes, comes below it.</summary>
    public void Leave()
    {
        lock (Writing)
        {
            Redraw(whole: true);
            _picture = null;
            _shown = [];
        }
    }

    public void Dispose()
    {
        _ended.Set();
        _drawing.Join();
        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        lock (Writing)
        {
            Write(AnsiCodes.ShowCursor);
        }

        _ended.Dispose();
    }

    protected override void ShowLine(string line) => Above(() => base.ShowLine(line));

    protected override void ShowError(string line)
    {
        lock (Writing)
        {
            Above(() => base.ShowError(line));
        }
    }

    /// <summary>Takes the picture away, lets <paramref name="write"/> write in its place, and draws it again below.</summary>
    private void Above(Action write)
    {
        int rows = RowsShown;
        StringBuilder clear = new StringBuilder(AnsiCodes.BeginFrame).Append(AnsiCodes.Up(rows));
        // Line by line: some terminals take it for a new screen when all is cleared at once, and keep the old one in their history.
        for (int row = 0; row < rows; row++)
        {
            clear.Append(AnsiCodes.ClearLine).Append("\r\n");
        }

        Write(clear.Append(AnsiCodes.Up(rows)).ToString());
        _shown = [];
        write();
        Redraw();
    }

    private void DrawFrames()
    {
        try
        {
            while (!_ended.Wait(TimeSpan.FromSeconds(1.0 / FramesPerSecond)))
            {
                // Not inside the lock: the console takes one of its own to measure, which the program may hold while it writes.
                TerminalSize size = Terminal.Size();
                lock (Writing)
                {
                    _size = size;
                    Redraw();
                }
            }
        }
        catch (Exception exception) when (LostOutput.IsMeantBy(exception))
        {
            // The terminal has gone; the next line of the program's output finds that out, too.
        }
    }

    /// <param name="whole">Whether all lines are wanted, also those that the terminal then scrolls out of sight.</param>
    private void Redraw(bool whole = false)
    {
        if (_picture is null)
        {
            Write(AnsiCodes.EndFrame);
            return;
        }

        IReadOnlyList<string> lines = _picture(_size);
        // The cursor needs a line of its own, and what has scrolled out cannot be drawn over.
        IReadOnlyList<string> fitting = whole || lines.Count < _size.Lines ? lines : [.. lines.Take(_size.Lines - 1)];
        StringBuilder frame = new StringBuilder(AnsiCodes.BeginFrame).Append(AnsiCodes.Up(RowsShown));
        foreach (string line in fitting)
        {
            // Cleared first: behind a line of full width there is no place from which to clear.
            frame.Append(AnsiCodes.ClearLine).Append(line).Append("\r\n");
        }

        frame.Append(AnsiCodes.ClearToEndOfScreen).Append(AnsiCodes.EndFrame);
        Write(frame.ToString());
        _shown = fitting;
    }

    /// <summary>
    /// How many rows the picture takes. A terminal that has become narrower has wrapped its lines, so that it is higher than it was.
    /// </summary>
    private int RowsShown
    {
        get
        {
            int columns = Math.Max(1, _size.Columns);
            return _shown.Sum(line => Math.Max(1, (AnsiCodes.Columns(line) + columns - 1) / columns));
        }
    }

    private void Write(string text)
    {
        Terminal.Out.Write(text);
        Terminal.Out.Flush();
    }

    private void OnProcessExit(object? sender, EventArgs e)
    {
        // Some other thread may be stuck in the middle of writing, to a terminal that is paused with Ctrl+S for example: a process
        // that is to end does not wait for that.
        var restoring = new Thread(() => Write(AnsiCodes.ShowCursor)) { IsBackground = true };
        restoring.Start();
        restoring.Join(s_patienceAtExit);
    }
}
