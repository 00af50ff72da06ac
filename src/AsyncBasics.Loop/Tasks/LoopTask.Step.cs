namespace AsyncBasics;

/// <content>Stepping: what the loop does with a task that stands in the ready queue (asyncio's <c>Task.__step</c>).</content>
public abstract partial class LoopTask
{
    /// <summary>The coroutine in which the task stands.</summary>
    internal string LeafName => InnermostFrame.CoroutineName;

    private LoopTask InnermostFrame => ReferenceEquals(LoopThread.Current.Task, this) ? this : Leaf;

    /// <summary>The coroutines it stands in, from its own to the innermost.</summary>
    internal string DescribeStack()
    {
        Stack<string> names = new();
        for (LoopTask frame = InnermostFrame; frame != this; frame = frame.Parent!)
        {
            names.Push(frame.CoroutineName);
        }

        names.Push(CoroutineName);
        return string.Join(" → ", names);
    }

    /// <summary>What the task waits for; <see langword="default"/> when it waits for nothing but its turn.</summary>
    internal WaitReason CurrentWait
    {
        get
        {
            if ((WaitingOn ?? NativeLeaf) is { Done: false } future)
            {
                return new WaitReason(WaitKind.Future, future);
            }

            return (_flags & TaskFlags.Waiting) switch
            {
                TaskFlags.Sleeping => new WaitReason(WaitKind.Timer),
                TaskFlags.WaitsForNative => new WaitReason(WaitKind.Native),
                _ => default,
            };
        }
    }

    /// <summary>The task's turn in the ready queue: its timer's if that stands there, for it does so before any step; a step otherwise.</summary>
    internal void TakeTurn(LoopThread thread)
    {
        if ((_flags & TaskFlags.TimerIsDue) == 0)
        {
            Step(thread);
        }
        else
        {
            TakeTimerTurn();
        }
    }

    /// <summary>Runs the body from where it stands to the next place where it waits, or to its end.</summary>
    internal void Step(LoopThread thread)
    {
        EventLoop loop = Loop;
        ExecutionContext context = Context ?? loop.BaseContext;
        thread.EnterContext(context);
        thread.Task = this;
        loop.Observer?.StepBegins(this);
        thread.NativeLeaves = null;
        bool hasEnded = false;
        if ((_flags & TaskFlags.Waiting) == TaskFlags.WaitsForNative)
        {
            EndNativeWait(loop);
        }
        else if (_held is not null && Due is not null)
        {
            hasEnded = Inject(thread, loop);
        }

        if (!hasEnded && _held is not null)
        {
            hasEnded = EndWait(thread, loop);
        }

        if (!hasEnded)
        {
            Resume(thread, loop);
        }

        thread.Unstarted.EndStep();
        loop.Observer?.StepEnds(this);
        KeepContext(thread, context);
        thread.Room = 0;
        thread.Task = null;
    }

    /// <summary>A step inside the step of another task or inside a callback, which then goes on as if nothing had happened.</summary>
    private void StepInside(LoopThread thread)
    {
        LoopTask? outerTask = thread.Task;
        if (outerTask is not null)
        {
            // The one that runs knows no leaf, and for now it is no longer the one by which that is known.
            outerTask.NoteLeaf(outerTask);
        }

        int outerRoom = thread.Room;
        ExecutionContext? outerContext = thread.NoteContext();
        List<object>? outerLeaves = thread.NativeLeaves;
        thread.Unstarted.EndStep();
        Step(thread);
        thread.NativeLeaves = outerLeaves;
        thread.EnterContext(outerContext ?? Loop.BaseContext);
        thread.Room = outerRoom;
        thread.Task = outerTask;
    }

    /// <summary>
    /// The trampoline: a frame that ends hands over to the frame that awaits it, and a frame that was not started in place
    /// is started here, so that no depth of awaits deepens the machine's stack.
    /// </summary>
    private void Resume(LoopThread thread, EventLoop loop)
    {
        LoopTask frame = Leaf;
        bool start = (frame._flags & TaskFlags.Started) == 0;
        while (true)
        {
            thread.Room = Room;
            if (!start)
            {
                frame.MoveNext();
            }
            else if (thread.TakeInjected() is { } injected)
            {
                // Cancelled before it began: the body never runs.
                frame.EndUnstarted(injected);
            }
            else
            {
                frame.StartOnTrampoline(thread);
            }

            start = false;
            if (frame._state != FutureState.Pending)
            {
                if (ReferenceEquals(frame, this))
                {
                    Finish(thread, loop);
                    return;
                }

                frame = frame.LeaveParent(thread);
            }
            else if (thread.Next is { } next)
            {
                thread.Next = null;
                frame = next;
                start = true;
            }
            else
            {
                Suspend(thread, loop);
                return;
            }
        }
    }

    /// <summary>Registers what the innermost frame has said it waits for.</summary>
    private void Suspend(LoopThread thread, EventLoop loop)
    {
        if (thread.WaitKind == WaitKind.Yield)
        {
            loop.ScheduleStep(this);
        }
        else
        {
            BeginWait(thread, loop);
        }

        if (loop.Observer is not null)
        {
            ReportSuspended(thread, loop.Observer);
        }
    }

    private void BeginWait(LoopThread thread, EventLoop loop)
    {
        switch (thread.WaitKind)
        {
            case WaitKind.Timer:
                SuspendOnTimer(thread, loop);
                break;
            case WaitKind.Native:
                BeginNativeWait(thread, loop);
                break;
            default:
                SuspendOnFuture(WaitingOn!, loop);
                break;
        }
    }

    private void ReportSuspended(LoopThread thread, LoopObserver observer)
    {
        TimeSpan deadline = thread.WaitKind == WaitKind.Timer ? TimeSpan.FromTicks(thread.WaitDeadline) : default;
        observer.Suspended(this, new WaitReason(thread.WaitKind, WaitingOn, deadline));
    }

    private void SuspendOnTimer(LoopThread thread, EventLoop loop)
    {
        _flags |= TaskFlags.Sleeping;
        loop.Timers.Add(thread.WaitDeadline, this);
        loop.Observer?.TimerSet(this, TimeSpan.FromTicks(thread.WaitDeadline));
        if ((_flags & TaskFlags.MustCancel) != 0)
        {
            CancelSleep(TakeMustCancel());
        }
    }

    private void SuspendOnFuture(Future future, EventLoop loop)
    {
        if (ReferenceEquals(future, this))
        {
            Leaf.TakeWait();
            InjectNext(new InvalidOperationException($"Task cannot await on itself: {this}"), loop);
            return;
        }

        if (!ReferenceEquals(future.Loop, loop))
        {
            Leaf.TakeWait();
            InjectNext(new InvalidOperationException($"{this} awaits {future.Describe()}, which is attached to a different loop."), loop);
            return;
        }

        future.AddWaiter(this);
        if ((_flags & TaskFlags.MustCancel) != 0)
        {
            // It asked for its own cancellation, and now it waits: what it waits for is cancelled.
            CancelReason? reason = Due as CancelReason;
            if (future.Cancel(reason))
            {
                TakeMustCancel();
            }
        }
    }

    /// <param name="due">What the next step throws: an exception, or a cancellation.</param>
    /// <param name="loop">The task's loop.</param>
    private void InjectNext(object due, EventLoop loop)
    {
        if ((_flags & TaskFlags.MustCancel) == 0 || due is DeliveredCancellation)
        {
            // A cancellation that is due anyway goes before any other error.
            Due = due;
        }

        loop.ScheduleStep(this);
    }

    /// <summary>The timer is on its way to the ready queue.</summary>
    internal void TimerIsDue() => _flags |= TaskFlags.TimerIsDue;

    /// <summary>The timer's turn: the sleep is over, if it was not cancelled meanwhile, and only the next turn is a step, as in asyncio.</summary>
    private void TakeTimerTurn()
    {
        TaskFlags before = _flags;
        _flags = before & ~TaskFlags.TimerIsDue;
        if ((before & TaskFlags.Waiting) == TaskFlags.Sleeping)
        {
            _flags &= ~TaskFlags.Sleeping;
            Loop.ScheduleStep(this);
        }
    }

    /// <summary>A value that the step gave an <see cref="AsyncLocal{T}"/> is there again in the next one.</summary>
    private void KeepContext(LoopThread thread, ExecutionContext before)
    {
        if (thread.IsStillIn(before))
        {
            return;
        }

        ExecutionContext? now = thread.NoteContext();
        if (now != before)
        {
            Extras.Context = now;
        }
    }
}
