using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <content>Running.</content>
public sealed partial class EventLoop
{
    private bool _stopping;

    /// <summary>Whether it runs now, on whatever thread (<c>loop.is_running</c>).</summary>
    public bool IsRunning { get; private set; }

    /// <summary>Whether it was closed (<c>loop.is_closed</c>).</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Runs until <paramref name="future"/> has ended (<c>loop.run_until_complete</c>).</summary>
    /// <exception cref="InvalidOperationException">The loop runs already, or is closed, or was stopped before the end.</exception>
    /// <exception cref="DeadlockException">Nothing could wake those who wait.</exception>
    public void RunUntilComplete(Future future)
    {
        ArgumentNullException.ThrowIfNull(future);
        ThrowIfClosed();
        ThrowIfRunning(LoopThread.Current);
        future.ThrowUnlessOf(this);
        var stop = new StopAtEnd();
        future.AddWaiter(stop);
        try
        {
            RunForever();
        }
        finally
        {
            future.RemoveWaiter(stop);
        }

        if (!future.Done)
        {
            throw new InvalidOperationException("Event loop stopped before Future completed.");
        }
    }

    /// <summary>Runs until <see cref="Stop"/> is called (<c>loop.run_forever</c>).</summary>
    /// <inheritdoc cref="RunUntilComplete" path="/exception"/>
    public void RunForever()
    {
        LoopThread thread = LoopThread.Current;
        ThrowIfClosed();
        ThrowIfRunning(thread);
        SynchronizationContext? outerContext = SynchronizationContext.Current;
        ExecutionContext? outerFlow = thread.NoteContext();
        StartRealTimeLimit();
        IsRunning = true;
        thread.Unstarted.KeepPlaces(Debug);
        thread.Loop = this;
        thread.Observer = Observer;
        SynchronizationContext.SetSynchronizationContext(new LoopSynchronizationContext(this));
        LoopHost? host = LoopHost.Here;
        try
        {
            host?.RunBegins(this);
            do
            {
                RunOnce(thread);
            }
            while (!_stopping);
        }
        finally
        {
            _stopping = false;
            IsRunning = false;
            thread.LeaveLoop();
            thread.EnterContext(outerFlow ?? BaseContext);
            SynchronizationContext.SetSynchronizationContext(outerContext);
            host?.RunEnds(this);
        }
    }

    /// <summary>Cancels the tasks that are left and waits for them, and for work on other threads.</summary>
    internal void WindUp()
    {
        CancelAllTasks();
        JoinThreadWork();
    }

    /// <summary>Lets the loop end once the iteration in which this is called is over (<c>loop.stop</c>).</summary>
    public void Stop() => _stopping = true;

    /// <summary>
    /// Closes the loop (<c>loop.close</c>) and reports what nobody looked at: failures, forgotten coroutines, tasks that still wait.
    /// </summary>
    /// <exception cref="InvalidOperationException">It runs: <c>Cannot close a running event loop</c>.</exception>
    public void Close()
    {
        if (IsRunning)
        {
            throw new InvalidOperationException("Cannot close a running event loop");
        }

        if (IsClosed)
        {
            return;
        }

        TellThatItHasClosed();
        ReportWhatIsLeft();
    }

    /// <summary>Closes the loop.</summary>
    public void Dispose() => Close();

    private void CancelAllTasks()
    {
        LoopTask[] tasks = Tasks.InOrder();
        if (tasks.Length == 0)
        {
            return;
        }

        var closing = new CancelReason(CancelKind.LoopClosing);
        var all = new GatherFuture<Exception?[]>(this, tasks.Length, returnExceptions: true, Gathered.Errors);
        foreach (LoopTask task in tasks)
        {
            task.Cancel(closing);
            all.Add(task);
        }

        try
        {
            RunUntilComplete(all.Begin());
        }
        catch (Exception exception) when (exception is InvalidOperationException or TimeoutException)
        {
            // One swallows its cancellation and waits on, or stops the loop: closing reports it as still pending.
        }

        foreach (LoopTask task in tasks)
        {
            if (task is { State: FutureState.Failed })
            {
                Report(new LoopReport(
                    LoopReportKind.Unhandled, $"unhandled exception while the loop was closing: {task}", task.Exception, task));
            }
        }
    }

    private void ThrowIfRunning(LoopThread thread)
    {
        if (IsRunning)
        {
            throw new InvalidOperationException("This event loop is already running");
        }

        if (thread.Loop is not null)
        {
            throw new InvalidOperationException("Cannot run the event loop while another loop is running");
        }
    }

    /// <summary>One iteration: wait if nothing is ready, take in posts and due timers, run exactly what is ready then.</summary>
    private void RunOnce(LoopThread thread)
    {
        CheckRealTimeLimit();
        Posts.MoveTo(_ready);
        if (_ready.Count == 0 && !_stopping)
        {
            WaitForWork(Timers.NextDeadline);
            Posts.MoveTo(_ready);
        }

        if (Timers.HasAny)
        {
            Timers.MoveDue(Clock.Now, _ready);
        }

        int end = _ready.End;
        while (_ready.HasBefore(end))
        {
            RunNext(thread);
        }
    }

    private void RunNext(LoopThread thread)
    {
        LoopTask? task = _ready.Dequeue();
        if (task is null)
        {
            RunCall(_ready.DequeueCall(), thread);
        }
        else
        {
            RunTask(task, thread);
        }
    }

    private void RunTask(LoopTask task, LoopThread thread)
    {
        if (_hasPlainTurns)
        {
            task.TakeTurn(thread);
            if (UsesNative)
            {
                // Ordinary async code has come in with this very turn.
                _poolWork?.SettleTurn();
            }
        }
        else
        {
            RunOne(new ReadyItem(task, null), thread);
        }
    }

    /// <summary>Posts lie together, and so do first steps, and each has a turn of its own.</summary>
    private void RunCall(ReadyItem call, LoopThread thread)
    {
        if (call.Argument is PostSegment posts)
        {
            while (posts.Turns > 0)
            {
                posts.Turns--;
                RunOne(call, thread);
            }
        }
        else if (call.Argument is FirstSteps steps)
        {
            while (steps.TakeNext() is { } task)
            {
                RunTask(task, thread);
            }
        }
        else
        {
            RunOne(call, thread);
        }
    }

    private void RunOne(ReadyItem turn, LoopThread thread)
    {
        if (UsesNative)
        {
            SynchronizationContext.SetSynchronizationContext(new LoopSynchronizationContext(this));
        }

        if (Debug)
        {
            RunTimed(turn, thread);
        }
        else
        {
            Run(turn, thread);
        }

        if (UsesNative)
        {
            _poolWork?.SettleTurn();
        }
    }

    private void Run(ReadyItem turn, LoopThread thread)
    {
        if (turn.Argument is null)
        {
            Unsafe.As<LoopTask>(turn.Target).TakeTurn(thread);
        }
        else
        {
            Call(Unsafe.As<ReadyCallback>(turn.Target), turn.Argument, thread);
        }
    }

    private void Call(ReadyCallback callback, object argument, LoopThread thread)
    {
        thread.EnterContext(BaseContext);
        thread.Cause = argument as Future;
        try
        {
            callback.Invoke(argument);
        }
        catch (Exception exception)
        {
            Report(new LoopReport(LoopReportKind.Unhandled, "Exception in callback", exception));
        }

        thread.Cause = null;
        thread.NativeOwner = null;
        thread.Unstarted.EndStep();
        thread.NoteContext();
    }

    /// <summary>Stops the loop a turn after the awaited future has ended.</summary>
    private sealed class StopAtEnd : FutureCallback
    {
        public override void Ended(Future future) => future.Loop.Stop();
    }
}
