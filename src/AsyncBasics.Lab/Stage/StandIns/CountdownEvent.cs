using System.ComponentModel;

namespace AsyncBasics.Lab.StandIns;

/// <summary>Stands in for <see cref="System.Threading.CountdownEvent"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public class CountdownEvent : IDisposable
{
    private readonly CallLine _line = new();

    public CountdownEvent(int initialCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(initialCount);
        InitialCount = initialCount;
        CurrentCount = initialCount;
    }

    public int InitialCount { get; private set; }

    public int CurrentCount { get; private set; }

    public bool IsSet => CurrentCount == 0;

    public bool Signal() => Signal(1);

    public bool Signal(int signalCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(signalCount, 1);
        if (signalCount > CurrentCount)
        {
            throw new InvalidOperationException("Invalid attempt made to decrement the event's count below zero.");
        }

        CurrentCount -= signalCount;
        if (IsSet)
        {
            _line.ReleaseAll();
        }

        return IsSet;
    }

    public void AddCount() => AddCount(1);

    public void AddCount(int signalCount)
    {
        if (!TryAddCount(signalCount))
        {
            throw new InvalidOperationException("The event is already signaled and cannot be incremented.");
        }
    }

    public bool TryAddCount() => TryAddCount(1);

    public bool TryAddCount(int signalCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(signalCount, 1);
        if (IsSet)
        {
            return false;
        }

        CurrentCount += signalCount;
        return true;
    }

    public void Reset() => Reset(InitialCount);

    public void Reset(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        InitialCount = count;
        CurrentCount = count;
        if (IsSet)
        {
            _line.ReleaseAll();
        }
    }

    public void Wait() => Wait(Timeout.InfiniteTimeSpan, CancellationToken.None);

    public void Wait(CancellationToken cancellationToken) => Wait(Timeout.InfiniteTimeSpan, cancellationToken);

    public bool Wait(int millisecondsTimeout) => Wait(millisecondsTimeout, CancellationToken.None);

    public bool Wait(int millisecondsTimeout, CancellationToken cancellationToken) =>
        Wait(Waits.Timeout(millisecondsTimeout, nameof(millisecondsTimeout)), cancellationToken);

    public bool Wait(TimeSpan timeout) => Wait(timeout, CancellationToken.None);

    public bool Wait(TimeSpan timeout, CancellationToken cancellationToken)
    {
        Waits.ThrowIfNoTimeout(timeout, nameof(timeout));
        cancellationToken.ThrowIfCancellationRequested();
        return IsSet || _line.Wait(new BlockedCall(BlockingKind.Signal, "a countdown"), timeout, cancellationToken);
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}
