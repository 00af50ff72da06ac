namespace AsyncBasics.Lab;

/// <content>
/// Waiting by blocking. On a thread of the pool nobody else is held up. On the loop's thread, inside a turn of the loop, what needs no turn
/// goes on meanwhile: timers, and work on other threads. Outside of the loop, on the main thread of a program whose entry point is not
/// async, the whole loop runs meanwhile.
/// </content>
internal sealed partial class Stage
{
    private bool _isLoopHeld;

    /// <summary>Holds who calls for <paramref name="duration"/>.</summary>
    public void Sleep(TimeSpan duration)
    {
        ThrowIfEnding();
        if (duration == TimeSpan.Zero)
        {
            return;
        }

        if (LoopThread.Current.Task is { } task && duration > TimeSpan.Zero)
        {
            Loop.Observer?.Blocked(task, duration);
        }

        Wait(new BlockedCall(BlockingKind.Sleep, "time to pass"), duration);
    }

    /// <summary>Holds who calls until the call is released.</summary>
    /// <param name="call">The call.</param>
    /// <param name="timeout">For how long at most; <see cref="Timeout.InfiniteTimeSpan"/> for any time.</param>
    /// <returns>Whether it was released; otherwise the time was up.</returns>
    public bool Wait(BlockedCall call, TimeSpan timeout)
    {
        ThrowIfEnding();
        if (call.IsReleased)
        {
            return true;
        }

        WorkLane? lane = WorkLane.Here;
        call.Start = Now;
        call.HoldsLoop = lane is null && Loop.IsRunningHere;
        call.Who = lane?.Worker?.Name ?? "the main thread";
        ITimer? timer = null;
        if (timeout >= TimeSpan.Zero)
        {
            call.Deadline = Now + timeout;
            timer = Timers.Start(timeout, call.TimeOut);
        }

        _blockedCalls.Add(call);
        Recorder.BlockBegins(call);
        try
        {
            WaitHere(call);
        }
        finally
        {
            timer?.Dispose();
            _blockedCalls.Remove(call);
            Recorder.BlockEnds(call);
        }

        Budget.Look();
        return call.IsReleased;
    }

    /// <summary>Lets a little time go by for the one who calls, as if it were busy; timers that become due fire.</summary>
    public void Pass(TimeSpan duration)
    {
        if (CanJump(duration))
        {
            Loop.Clock.Block(duration);
        }
        else
        {
            var call = new BlockedCall(BlockingKind.Sleep, "time to pass");
            using ITimer timer = Timers.Start(duration, call.TimeOut);
            WaitHere(call);
        }

        Budget.Look();
    }

    private void WaitHere(BlockedCall call)
    {
        if (WorkLane.Here is { } lane)
        {
            lane.Wait(call);
            ThrowIfEnding();
        }
        else if (Loop.IsRunningHere)
        {
            WaitOnLoop(call);
        }
        else
        {
            WaitOutside(call);
        }
    }

    /// <summary>Whether nothing can happen before the time is up.</summary>
    private bool CanJump(TimeSpan duration)
    {
        long end = (Now + duration).Ticks;
        bool isOnLoop = WorkLane.Here is null && Loop.IsRunningHere;
        return _turns.Count == 0
            && !(Timers.NextDeadline <= end)
            && (isOnLoop || (!Loop.HasReady && !Loop.IsStopping && !(Loop.Timers.NextDeadline <= end)));
    }

    private void WaitOnLoop(BlockedCall call)
    {
        SynchronizationContext? context = SynchronizationContext.Current;
        ExecutionContext? flow = ExecutionContext.Capture();
        bool wasHeld = _isLoopHeld;
        _isLoopHeld = true;
        Waiting.Push(call);
        try
        {
            while (!call.IsOver)
            {
                ThrowIfEnding();
                if (_turns.TryDequeue(out Action? turn))
                {
                    turn();
                }
                else if (Timers.NextDeadline is { } deadline)
                {
                    PassUntil(deadline);
                    Timers.FireNext();
                }
                else
                {
                    EndWithDeadlock();
                }
            }
        }
        finally
        {
            Waiting.Pop();
            _isLoopHeld = wasHeld;
            SynchronizationContext.SetSynchronizationContext(context);
            if (flow is not null)
            {
                ExecutionContext.Restore(flow);
            }
        }

        ThrowIfEnding();
    }

    private void WaitOutside(BlockedCall call)
    {
        var over = new Future<bool>(_ownLoop);
        call.OnWake(() => over.TrySetResult(true));
        RunLoopUntil(over);
    }

    private void PassUntil(long deadline)
    {
        long left = deadline - Loop.Clock.Now;
        if (left > 0)
        {
            Loop.Clock.Block(TimeSpan.FromTicks(left));
        }
    }
}
