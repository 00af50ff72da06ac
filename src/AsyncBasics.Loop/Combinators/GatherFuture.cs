using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>What gather returns: it ends when its children have, or with the first error among them.</summary>
internal sealed class GatherFuture<TResult> : Future<TResult>
{
    private readonly Func<List<Future>, TResult> _collect;
    private readonly bool _returnExceptions;
    private readonly List<Future> _children;
    private readonly ChildEnded _childEnded;
    private List<Future>? _endedBefore;

    /// <summary>How many children have not been counted, and how many of those have not even ended.</summary>
    private int _pending;
    private int _unended;
    private bool _cancelRequested;
    private CancelReason? _cancelReason;

    public GatherFuture(EventLoop loop, int count, bool returnExceptions, Func<List<Future>, TResult> collect)
        : base(loop)
    {
        _children = new List<Future>(count);
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
    public void Add(Coroutine coroutine) =>
        Add(IsOurs(coroutine.Frame) ? coroutine.Frame! : Loop.CreateTask(coroutine));

    /// <inheritdoc cref="Add(Coroutine)"/>
    public void Add<T>(Coroutine<T> coroutine) =>
        Add(IsOurs(coroutine.Frame) ? coroutine.Frame! : Loop.CreateTask(coroutine));

    /// <summary>Called when all children are added.</summary>
    public GatherFuture<TResult> Begin()
    {
        if (_children.Count == 0)
        {
            SetResult(_collect(_children));
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
        foreach (Future child in _children)
        {
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

    internal override IEnumerable<Future> WaitsFor => _children.Where(future => !future.Done);

    internal override string Kind => "gather";

    private bool IsOurs(LoopTask? frame) => frame is not null && frame.HasLastWaiter(_childEnded);

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
            SetException(child.State == FutureState.Cancelled ? new CancelledException(child.CancelReason) : child.Exception!);
            return;
        }

        if (_pending > 0)
        {
            return;
        }

        if (_cancelRequested)
        {
            SetException(new CancelledException(_cancelReason));
        }
        else
        {
            SetResult(_collect(_children));
        }
    }

    private sealed class ChildEnded(GatherFuture<TResult> gather) : FutureCallback
    {
        public override void Ended(Future future) => gather.OnChildEnded(future);

        public override bool TakesNoTurn(Future future) => gather.CountAtOnce(future);
    }
}
