using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>What gather returns: it ends when its children have, or with the first error among them.</summary>
internal sealed class GatherFuture<TResult> : Future<TResult>
{
    private readonly Func<ReadOnlySpan<Future>, TResult> _collect;
    private readonly bool _returnExceptions;
    private readonly ChildEnded _childEnded;
    private readonly GatheredChildren _children;

    /// <summary>Whether the tasks that it makes are hidden. An observer is given every task, and debug mode reports on them.</summary>
    private readonly bool _hidesTasks;

    /// <summary>Whether it holds them, too, and starts them itself. An eager one has begun before.</summary>
    private readonly bool _holdsTasks;
    private List<Future>? _endedBefore;

    /// <summary>How many children have not been counted, and how many of those have not even ended.</summary>
    private int _pending;
    private int _unended;
    private bool _hasHiddenTasks;
    private bool _cancelRequested;
    private CancelReason? _cancelReason;

    public GatherFuture(EventLoop loop, int count, bool returnExceptions, Func<ReadOnlySpan<Future>, TResult> collect)
        : base(loop)
    {
        _children = new GatheredChildren(loop, count);
        _hidesTasks = loop.Observer is null && !loop.Debug;
        _holdsTasks = _hidesTasks && !loop.StartsTasksEagerly;
        _returnExceptions = returnExceptions;
        _collect = collect;
        _childEnded = new ChildEnded(this);
    }

    /// <summary>Adds a future. One that is given twice is waited for once and has its result in both places.</summary>
    public void Add(Future child)
    {
        child.ThrowUnlessOf(Loop);
        if (child.Done)
        {
            (_endedBefore ??= []).Add(child);
            _pending++;
        }
        else if (!child.HasLastWaiter(_childEnded))
        {
            _pending++;
            _unended++;
            child.AddWaiter(_childEnded);
        }

        _children.Add(child);
    }

    /// <summary>Makes a task of a coroutine and adds it. One that is given twice runs once.</summary>
    public void Add(Coroutine coroutine)
    {
        if (Known(coroutine.Frame) is { } known)
        {
            Add(known);
        }
        else if (_holdsTasks)
        {
            AddHeld(coroutine.ConsumeForTask());
        }
        else
        {
            Add(Loop.CreateTask(coroutine));
        }
    }

    /// <inheritdoc cref="Add(Coroutine)"/>
    public void Add<T>(Coroutine<T> coroutine)
    {
        if (Known(coroutine.Frame) is { } known)
        {
            Add(known);
        }
        else if (_holdsTasks)
        {
            AddHeld(coroutine.ConsumeForTask());
        }
        else
        {
            Add(Loop.CreateTask(coroutine));
        }
    }

    /// <summary>Called when all children are added.</summary>
    public GatherFuture<TResult> Begin()
    {
        if (_children.Count == 0)
        {
            Succeed();
        }
        else if (_endedBefore is not null)
        {
            // A child that had ended before counts at once (3.12), not a turn later.
            foreach (Future child in _endedBefore)
            {
                _childEnded.Ended(child);
            }
        }

        return this;
    }

    /// <summary>
    /// Cancels every child that has not ended. The gather itself ends when they have.
    /// </summary>
    public override bool Cancel(CancelReason? reason = null)
    {
        if (Done)
        {
            return false;
        }

        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            // Gathers inside each other, too deep to go down at once: the rest is a turn of its own.
            Loop.CallSoon(() => Cancel(reason));
            return true;
        }

        bool any = false;
        for (int index = 0; index < _children.Count; index++)
        {
            Future child = _children[index];
            // A child that is just passing a cancellation on to this gather waits for it, by way of others: a ring.
            any |= child is not LoopTask { IsInDelivery: true } && child.Cancel(reason);
        }

        if (any && !_cancelRequested)
        {
            _cancelRequested = true;
            _cancelReason = reason;
        }

        return any;
    }

    internal override IEnumerable<Future> WaitsFor => _children.Pending;

    internal override string Kind => "gather";

    /// <returns>The task, if the coroutine was given before. Otherwise it is going to be a task that nobody but this gather knows.</returns>
    private LoopTask? Known(LoopTask? frame)
    {
        if (frame is not null && frame.HasLastWaiter(_childEnded))
        {
            return frame;
        }

        if (frame is not null && _hidesTasks)
        {
            frame.Hide();
            _hasHiddenTasks = true;
        }

        return null;
    }

    /// <summary>
    /// Counts a child at once when others have not ended and it ends nothing for them. A turn for each of a million children would take as
    /// much memory as their timers.
    /// </summary>
    private bool CountAtOnce(Future child)
    {
        _unended--;
        if (_unended == 0 || Done || (child.State != FutureState.Succeeded && !_returnExceptions))
        {
            return false;
        }

        _pending--;
        return true;
    }

    private void OnChildEnded(Future child)
    {
        _pending--;
        if (Done)
        {
            // The first error has gone to the awaiter; a later one counts as seen.
            child.MarkRetrieved();
            return;
        }

        if (!_returnExceptions && child.State != FutureState.Succeeded)
        {
            Fail(child.State == FutureState.Cancelled ? new CancelledException(child.CancelReason) : child.Exception!);
            return;
        }

        if (_pending > 0)
        {
            return;
        }

        if (_cancelRequested)
        {
            Fail(new CancelledException(_cancelReason));
        }
        else
        {
            Succeed();
        }
    }

    private void Succeed()
    {
        SetResult(_collect(_children.Items));
        if (_hasHiddenTasks)
        {
            ReturnHiddenTasks();
        }

        _children.LetGo();
    }

    private void Fail(Exception exception)
    {
        SetException(exception);
        if (_hasHiddenTasks)
        {
            LoopThread.Current.ForgetLent();
        }

        _children.Leave();
    }

    private void ReturnHiddenTasks()
    {
        LoopThread thread = LoopThread.Current;
        Span<Future> children = _children.Items;
        bool haveAllReturned = true;
        LoopTask? surplus = null;
        int surplusCount = 0;
        // From the last to the first: the opposite of the order in which the pools have lent them.
        for (int index = children.Length - 1; index >= 0; index--)
        {
            LoopTask? task = children[index] as LoopTask;
            HiddenReturn returned = task?.ReturnHidden(thread) ?? HiddenReturn.Kept;
            haveAllReturned &= returned != HiddenReturn.Kept;
            if (returned != HiddenReturn.IsTooMany || (surplus is not null && surplus.FrameKind != task!.FrameKind))
            {
                children[index] = null!;
            }
            else if (surplus is null)
            {
                surplus = task;
                surplusCount = index + 1;
            }
        }

        if (!haveAllReturned)
        {
            thread.ForgetLent();
        }

        if (surplus is not null)
        {
            // A pool lends the last one first. Those that lie one after the other in memory are best used so.
            children[..surplusCount].Reverse();
            thread.Pools.Of(surplus.FrameKind).KeepSurplus(_children.TakeArray(), surplusCount);
        }
        else if (children.Length > FramePool.Capacity)
        {
            thread.LoosenSurplus();
        }
    }

    /// <summary>Adds the task that a coroutine becomes here, and starts it.</summary>
    private void AddHeld(LoopTask task)
    {
        task.BecomeHeldTask(Loop, _childEnded);
        _pending++;
        _unended++;
        _children.AddToStart(task);
    }

    private sealed class ChildEnded(GatherFuture<TResult> gather) : FutureCallback
    {
        public override void Ended(Future future) => gather.OnChildEnded(future);

        public override bool TakesNoTurn(Future future) => gather.CountAtOnce(future);
    }
}
