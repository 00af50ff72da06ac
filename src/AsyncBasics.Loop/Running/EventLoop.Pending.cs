namespace AsyncBasics;

/// <content>What is pending: on other threads, in failures that nobody saw, in tasks that wait.</content>
public sealed partial class EventLoop
{
    private readonly List<Future> _failures = [];
    private int _failuresAfterSweep = 16;
    private int _holds;
    private int _nativeWaits;

    private bool HasHolds => Volatile.Read(ref _holds) > 0;

    private bool IsWorkPendingElsewhere =>
        HasHolds || (!HasAllNativeWork && (Volatile.Read(ref _nativeWaits) > 0 || _poolWork is { IsRunning: true }));

    /// <summary>
    /// Says that work elsewhere will post to this loop, until the result is disposed: meanwhile waiting for it is no deadlock, and a
    /// virtual clock does not jump. Any thread may call and dispose it.
    /// </summary>
    public IDisposable Hold() => new HoldUntilDisposed(this);

    /// <summary>A coroutine waits for something native, which may or may not come by way of the loop's own timers.</summary>
    internal void NativeWaitBegins() => Interlocked.Increment(ref _nativeWaits);

    internal void NativeWaitEnds() => Interlocked.Decrement(ref _nativeWaits);

    /// <summary>As <see cref="NativeWaitEnds"/>, from any thread: the loop may have to see that nothing is pending any more.</summary>
    internal void NativeOperationEnds()
    {
        NativeWaitEnds();
        _parker.Unpark();
    }

    /// <summary>Remembers a failure until somebody has looked at it.</summary>
    internal void NoteFailure(Future future)
    {
        _failures.Add(future);
        if (_failures.Count > _failuresAfterSweep)
        {
            _failures.RemoveAll(static failure => failure.IsRetrieved);
            _failuresAfterSweep = Math.Max(16, _failures.Count * 2);
        }
    }

    /// <summary>One line for each task that waits: who, in which coroutine, for what.</summary>
    internal List<string> DescribeWaiters()
    {
        List<string> lines = [];
        foreach (LoopTask task in Tasks.InOrder())
        {
            lines.Add($"{task.Name} ({task.LeafName}) waits for {task.CurrentWait}");
        }

        return lines;
    }

    private void ReportWhatIsLeft()
    {
        LoopThread thread = LoopThread.Current;
        if (thread.Loop is null)
        {
            // Otherwise another loop runs here, and what is not awaited yet is a matter of its tasks.
            thread.Unstarted.ReportAll(this);
        }

        foreach (Future failure in _failures)
        {
            if (!failure.IsRetrieved)
            {
                string what = failure is LoopTask ? "Task" : "Future";
                Report(new LoopReport(
                    LoopReportKind.NeverRetrieved,
                    $"{what} exception was never retrieved: {failure}",
                    failure.Exception,
                    failure,
                    (failure as LoopTask)?.CreatedAt));
            }
        }

        foreach (LoopTask task in Tasks.InOrder())
        {
            Report(new LoopReport(
                LoopReportKind.DestroyedPending, $"Task was destroyed but it is pending! {task}", Task: task, Place: task.CreatedAt));
        }
    }

    private sealed class HoldUntilDisposed : IDisposable
    {
        private EventLoop? _loop;

        public HoldUntilDisposed(EventLoop loop)
        {
            Interlocked.Increment(ref loop._holds);
            _loop = loop;
        }

        public void Dispose()
        {
            EventLoop? loop = Interlocked.Exchange(ref _loop, null);
            if (loop is not null)
            {
                Interlocked.Decrement(ref loop._holds);
                loop._parker.Unpark();
            }
        }
    }
}
