using System.ComponentModel;

namespace AsyncBasics.Lab.StandIns;

/// <summary>Stands in for <see cref="System.Threading.ManualResetEventSlim"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public class ManualResetEventSlim(bool initialState) : IDisposable
{
    private readonly CallLine _line = new();
    private readonly ManualResetEvent _handle = new(initialState);
    private bool _isDisposed;

    public ManualResetEventSlim()
        : this(initialState: false)
    {
    }

    public ManualResetEventSlim(bool initialState, int spinCount)
        : this(initialState) => SpinCount = spinCount;

    public bool IsSet
    {
        get
        {
            Stage.Current.Spinning.Asked();
            return _handle.IsSet;
        }
    }

    public int SpinCount { get; }

    public WaitHandle WaitHandle => _handle;

    public void Set()
    {
        _handle.Set();
        _line.ReleaseAll();
    }

    public void Reset()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        _handle.Reset();
    }

    public void Wait() => Wait(Timeout.InfiniteTimeSpan, CancellationToken.None);

    public void Wait(CancellationToken cancellationToken) => Wait(Timeout.InfiniteTimeSpan, cancellationToken);

    public bool Wait(int millisecondsTimeout) => Wait(millisecondsTimeout, CancellationToken.None);

    public bool Wait(int millisecondsTimeout, CancellationToken cancellationToken) =>
        Wait(Waits.Timeout(millisecondsTimeout, nameof(millisecondsTimeout)), cancellationToken);

    public bool Wait(TimeSpan timeout) => Wait(timeout, CancellationToken.None);

    public bool Wait(TimeSpan timeout, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        Waits.ThrowIfNoTimeout(timeout, nameof(timeout));
        cancellationToken.ThrowIfCancellationRequested();
        return _handle.IsSet || _line.Wait(new BlockedCall(BlockingKind.Signal, "an event"), timeout, cancellationToken);
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => _isDisposed = true;
}
