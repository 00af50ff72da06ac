using System.ComponentModel;

namespace AsyncBasics.Lab.StandIns;

/// <summary>Stands in for <see cref="System.Threading.SemaphoreSlim"/>: whoever comes first has the first turn.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public class SemaphoreSlim : IDisposable, IHeld
{
    private readonly int _maximum;
    private readonly LinkedList<IWaiter> _line = new();
    private readonly List<object> _holders = [];
    private readonly bool _isTaken;
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

        // One that is full at first is taken and given back; of one that is empty at first, those who release it and those who wait are not the same.
        _isTaken = initialCount > 0;
    }

    /// <summary>Somebody in the line.</summary>
    private interface IWaiter
    {
        /// <summary>Who it is.</summary>
        object? Actor { get; }

        /// <summary>Gives it its turn; whether it still wanted one.</summary>
        bool Grant();
    }

    public int CurrentCount { get; private set; }

    IEnumerable<object> IHeld.Holders => _holders;

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

        var waiter = new BlockedWaiter(new BlockedCall(BlockingKind.Signal, "a semaphore") { Thing = this }, stage.Recorder.Actor);
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
            GiveBack();
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
        Take(Stage.Current.Recorder.Actor);
        return true;
    }

    private void Take(object? actor)
    {
        if (_isTaken && actor is not null)
        {
            _holders.Add(actor);
        }
    }

    /// <summary>One's own turn, or, when somebody else gives it back, the oldest.</summary>
    private void GiveBack()
    {
        if (_holders.Count > 0)
        {
            int own = Stage.Current.Recorder.Actor is { } actor ? _holders.IndexOf(actor) : 0;
            _holders.RemoveAt(Math.Max(0, own));
        }
    }

    private Task<bool> Queue(TimeSpan timeout, CancellationToken cancellationToken)
    {
        Stage stage = Stage.Current;
        var waiter = new AsyncWaiter(stage.Recorder.Actor);
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
                Take(first.Value.Actor);
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

    private sealed class BlockedWaiter(BlockedCall call, object? actor) : IWaiter
    {
        public BlockedCall Call { get; } = call;

        public object? Actor => actor;

        public bool Grant() => Call.Release();
    }

    private sealed class AsyncWaiter(object? actor) : LimitedSource<bool>, IWaiter
    {
        public object? Actor => actor;

        public bool Grant() => TryEnd(true);
    }
}
