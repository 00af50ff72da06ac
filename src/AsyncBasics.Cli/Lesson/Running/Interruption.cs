using System.Runtime.InteropServices;

namespace AsyncBasics.Cli;

/// <summary>
/// Ends a run early: on Ctrl+C, on a request to terminate, or when the output is lost. The main task is cancelled on the loop,
/// so that everything unwinds as it would in any cancellation. A second Ctrl+C ends the process at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly EventLoop _loop;
    private readonly Screen _screen;
    private readonly PosixSignalRegistration[] _registrations;
    private Future? _main;
    private Func<string>? _describe;
    private int _exitCode;

    public Interruption(EventLoop loop, Screen screen)
    {
        _loop = loop;
        _screen = screen;
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => OnSignal(signal, ExitCodes.Interrupted)),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => OnSignal(signal, ExitCodes.Terminated)),
        ];
        screen.OnLost = Request;
    }

    /// <summary>Cancelled by the interruption: for code that holds the loop, so that the loop cannot tell it.</summary>
    public CancellationToken Token => _source.Token;

    public bool IsRequested => _source.IsCancellationRequested;

    /// <summary>What the process is to return when a signal interrupted it; zero when none has.</summary>
    public int ExitCode => Volatile.Read(ref _exitCode);

    /// <summary>When the tasks were cancelled and which, in words; <see langword="null"/> when they have not been.</summary>
    public string? Story { get; private set; }

    /// <summary>Says, on the loop's thread, which task is the main one from now on.</summary>
    /// <param name="main">The task to cancel.</param>
    /// <param name="describe">Says in words what its cancellation will cancel.</param>
    public void Watch(Future main, Func<string> describe)
    {
        _main = main;
        _describe = describe;
        if (IsRequested)
        {
            Cancel();
        }
    }

    public void Dispose()
    {
        _screen.OnLost = null;
        foreach (PosixSignalRegistration registration in _registrations)
        {
            registration.Dispose();
        }

        _source.Dispose();
    }

    private void OnSignal(PosixSignalContext signal, int exitCode)
    {
        signal.Cancel = true;
        if (Interlocked.Exchange(ref _exitCode, exitCode) != 0)
        {
            Environment.Exit(exitCode);
        }

        Request();
    }

    private void Request()
    {
        try
        {
            _source.Cancel();
            _loop.CallSoonThreadsafe(Cancel);
        }
        catch (InvalidOperationException)
        {
            // The run has ended meanwhile: there is nothing left to end.
        }
    }

    private void Cancel()
    {
        Story ??= $"after {_loop.Time.TotalSeconds:0.0} seconds: cancelled {_describe?.Invoke() ?? "nothing"}";
        _main?.Cancel("interrupted");
    }
}
