namespace AsyncBasics.Lab;

/// <summary>A timer of .NET's kind on the stage's clock.</summary>
internal sealed class StageTimer(Stage stage, TimerCallback callback, object? state) : ITimer
{
    private readonly ExecutionContext? _flow = ExecutionContext.Capture();
    private Setting? _setting;
    private bool _isDisposed;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, Timeout.InfiniteTimeSpan);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, Timeout.InfiniteTimeSpan);
        if (_isDisposed)
        {
            return false;
        }

        Unset();
        if (dueTime >= TimeSpan.Zero)
        {
            Set(Durations.DeadlineAfter(stage.Now.Ticks, dueTime.Ticks), period);
        }

        return true;
    }

    public void Dispose()
    {
        _isDisposed = true;
        Unset();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Set(long deadline, TimeSpan period)
    {
        _setting = new Setting(this, stage, deadline, period);
        stage.Timers.Add(_setting);
    }

    private void Unset()
    {
        _setting?.TakeBack();
        _setting = null;
    }

    private void Fire(long deadline, TimeSpan period)
    {
        _setting = null;
        if (period > TimeSpan.Zero)
        {
            Set(Durations.DeadlineAfter(deadline, period.Ticks), period);
        }

        // Without a context nothing of the program's goes on in here: all its waits have one, and are posted to it.
        SynchronizationContext? context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            stage.Budget.Look();
            if (_flow is null)
            {
                callback(state);
            }
            else
            {
                ExecutionContext.Run(_flow, callback.Invoke, state);
            }
        }
        catch (Exception exception)
        {
            stage.Crash(exception);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    /// <summary>One deadline of a timer.</summary>
    internal sealed class Setting(StageTimer timer, Stage stage, long deadline, TimeSpan period)
    {
        private Handle? _handle;

        public long Deadline { get; } = deadline;

        public bool IsLive => ReferenceEquals(timer._setting, this);

        public void SetOnLoop()
        {
            _handle?.Cancel();
            EventLoop loop = stage.Loop;
            _handle = new Handle(loop, Fire, TimeSpan.FromTicks(Deadline));
            loop.Timers.Add(Deadline, _handle);
            loop.Observer?.TimerSet(LoopThread.Current.Task, TimeSpan.FromTicks(Deadline));
        }

        public void TakeBack() => _handle?.Cancel();

        public void Fire()
        {
            _handle?.Cancel();
            if (IsLive)
            {
                timer.Fire(Deadline, period);
            }
        }
    }
}
