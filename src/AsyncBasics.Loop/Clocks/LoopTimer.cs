namespace AsyncBasics;

/// <summary>A timer of .NET's kind on the loop's clock. Any thread may change or dispose it.</summary>
internal sealed class LoopTimer(EventLoop loop, TimerCallback callback, object? state) : ITimer
{
    private readonly Lock _lock = new();
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private LoopTask? _owner;
    private Handle? _handle;
    private TimeSpan _period;
    private int _generation;
    private bool _disposed;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, Timeout.InfiniteTimeSpan);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, Timeout.InfiniteTimeSpan);
        long deadline = Durations.DeadlineAfter(loop.Clock.Now, dueTime.Ticks);
        int generation;
        lock (_lock)
        {
            if (_disposed)
            {
                return false;
            }

            generation = ++_generation;
            _period = period;
        }

        if (loop.IsRunningHere)
        {
            _owner = LoopTask.NoteNativeLeaf(this);
        }

        OnLoop(() => Arm(generation, dueTime < TimeSpan.Zero ? null : deadline));
        return true;
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            _generation++;
        }

        OnLoop(() => Arm(_generation, null));
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void OnLoop(Action action)
    {
        if (loop.IsRunningHere)
        {
            action();
        }
        else
        {
            loop.TryCallSoonThreadsafe(action);
        }
    }

    private void Arm(int generation, long? deadline)
    {
        if (generation != _generation)
        {
            return;
        }

        _handle?.Cancel();
        _handle = deadline is { } moment ? loop.CallAt(TimeSpan.FromTicks(moment), () => Fire(generation, moment)) : null;
    }

    private void Fire(int generation, long deadline)
    {
        lock (_lock)
        {
            if (generation != _generation)
            {
                return;
            }
        }

        if (_period > TimeSpan.Zero)
        {
            Arm(generation, Durations.DeadlineAfter(deadline, _period.Ticks));
        }

        LoopTask.EnterNativeTurn(_owner, this);

        // With a context current, what awaits with ConfigureAwait(false) would go to the thread pool; without one it stays on
        // the loop's thread, and what captured the loop's context is posted to it all the same.
        SynchronizationContext? context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            if (_context is null)
            {
                callback(state);
            }
            else
            {
                ExecutionContext.Run(_context, callback.Invoke, state);
            }
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}
