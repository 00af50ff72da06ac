using System.ComponentModel;

namespace AsyncBasics.Lab.StandIns;

/// <summary>Stands in for <see cref="System.Threading.SemaphoreSlim"/>: whoever comes first has the first turn.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public class SemaphoreSlim : IDisposable
{
    private readonly int _maximum;
    private readonly LinkedList<IWaiter> _line = new();
    private bool _isDisposed;

    public SemaphoreSlim(int initialCount)
        : this(initialCount, int.MaxValue)
    {
    }

    public SemaphoreSlim(int initialCount, int maxCount)
    {
        if (initialCount < 0 || initialCount > maxCount)
        {
            throw new ArgumentOutOfRangeException(
                nameof(initialCount), initialCount, "The initialCount argument must be non-negative and less than or equal to the maximumCount.");
        }

        if (maxCount <= 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(maxCount), maxCount, "The maximumCount argument must be a positive number. If a maximum is not required, use the constructor without a maxCount parameter.");
        }

        CurrentCount = initialCount;
        _maximum = maxCount;
    }

    /// <summary>Somebody in the line.</summary>
    private interface IWaiter
    {
        /// <summary>Gives it its turn; whether it still wanted one.</summary>
        bool Grant();
    }

    public int CurrentCount { get; private set; }

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
        if (TryTake())
        {
            return true;
        }

        Stage stage = Stage.Current;
        if (timeout == TimeSpan.Zero)
        {
            stage.Spinning.Asked();
            return false;
        }

        var waiter = new BlockedWaiter(new BlockedCall(BlockingKind.Signal, "a semaphore"));
        LinkedListNode<IWaiter> place = _line.AddLast(waiter);
        try
        {
            return Waits.Wait(stage, waiter.Call, timeout, cancellationToken);
        }
        finally
        {
            Leave(place);
        }
    }

    public Task WaitAsync() => WaitAsync(Timeout.InfiniteTimeSpan, CancellationToken.None);

    public Task WaitAsync(CancellationToken cancellationToken) => WaitAsync(Timeout.InfiniteTimeSpan, cancellationToken);

    public Task<bool> WaitAsync(int millisecondsTimeout) => WaitAsync(millisecondsTimeout, CancellationToken.None);

    public Task<bool> WaitAsync(int millisecondsTimeout, CancellationToken cancellationToken) =>
        WaitAsync(Waits.Timeout(millisecondsTimeout, nameof(millisecondsTimeout)), cancellationToken);

    public Task<bool> WaitAsync(TimeSpan timeout) => WaitAsync(timeout, CancellationToken.None);

    public Task<bool> WaitAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        Waits.ThrowIfNoTimeout(timeout, nameof(timeout));
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<bool>(cancellationToken);
        }

        if (TryTake())
        {
            return Task.FromResult(true);
        }

        return timeout == TimeSpan.Zero ? Task.FromResult(false) : Queue(timeout, cancellationToken);
    }

    public int Release() => Release(1);

    public int Release(int releaseCount)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        ArgumentOutOfRangeException.ThrowIfLessThan(releaseCount, 1);
        int before = CurrentCount;
        if (_maximum - before < releaseCount)
        {
            throw new SemaphoreFullException();
        }

        for (int i = 0; i < releaseCount; i++)
        {
            if (!GrantFirst())
            {
                CurrentCount++;
            }
        }

        return before;
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => _isDisposed = true;

    private bool TryTake()
    {
        Stage.Current.ThrowIfEnding();
        if (CurrentCount == 0)
        {
            return false;
        }

        CurrentCount--;
        return true;
    }

    private Task<bool> Queue(TimeSpan timeout, CancellationToken cancellationToken)
    {
        Stage stage = Stage.Current;
        var waiter = new AsyncWaiter();
        LinkedListNode<IWaiter> place = _line.AddLast(waiter);
        waiter.Limit(stage, timeout, () => Leave(place), cancellationToken);
        TimeSpan? deadline = timeout > TimeSpan.Zero ? stage.Now + timeout : null;
        stage.Recorder.TaskMade(waiter.Task, new TaskFact(TaskFactKind.Semaphore, deadline, Thing: this));
        return waiter.Task;
    }

    private bool GrantFirst()
    {
        while (_line.First is { } first)
        {
            _line.RemoveFirst();
            if (first.Value.Grant())
            {
                return true;
            }
        }

        return false;
    }

    private void Leave(LinkedListNode<IWaiter> place)
    {
        if (place.List is not null)
        {
            _line.Remove(place);
        }
    }

    private sealed class BlockedWaiter(BlockedCall call) : IWaiter
    {
        public BlockedCall Call { get; } = call;

        public bool Grant() => Call.Release();
    }

    private sealed class AsyncWaiter : LimitedSource<bool>, IWaiter
    {
        public bool Grant() => TryEnd(true);
    }
}
