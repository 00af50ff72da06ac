namespace AsyncBasics.Lab;

/// <summary>A look at a run from another thread, while it goes on.</summary>
public sealed class RunWatch
{
    private volatile Stage? _stage;
    private volatile Func<Ending, Report>? _reportSoFar;

    /// <summary>Is told, on the run's own thread, when the program has been compiled and begins.</summary>
    public Action? OnBegun { get; init; }

    /// <summary>Is told, on the run's own thread, when the program has ended; its report is made after that.</summary>
    public Action? OnEnded { get; init; }

    /// <summary>Ends the run at the next thing that the program does, wherever it is; at once when it only waits.</summary>
    /// <param name="message">One sentence on why.</param>
    public void Stop(string message) => _stage?.EndFromOutside(new RunStoppedException(message));

    /// <summary>What is known of the run by now, as if it had ended here.</summary>
    /// <param name="outcome">How it is said to have ended.</param>
    /// <param name="limit">Past which limit it went, if it did.</param>
    /// <param name="message">One sentence on how it ended.</param>
    /// <returns>The report; <see langword="null"/> before the program begins, or when the program changes what is looked at just now.</returns>
    public Report? ReportSoFar(Outcome outcome, RunLimit? limit, string message)
    {
        try
        {
            return _reportSoFar?.Invoke(new Ending(outcome, message, Place: null) { Limit = limit });
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The program goes on while it is looked at, and not everything that it changes can be read meanwhile.
            return null;
        }
    }

    internal void Begin(Stage stage, Func<Ending, Report> reportSoFar)
    {
        _stage = stage;
        _reportSoFar = reportSoFar;
        OnBegun?.Invoke();
    }
}
