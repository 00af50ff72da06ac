namespace AsyncBasics;

/// <summary>
/// A part of a task that can be cancelled without cancelling the task (trio's <c>CancelScope</c>; with a deadline it is
/// <c>asyncio.Timeout</c>). It may have a deadline, it can be cancelled by hand with a reason, and a shield keeps cancellations from
/// outside away until it is left.
/// </summary>
/// <remarks>
/// A cancellation is thrown in once, as asyncio does it, not again at every wait as in trio. It is the scope's own when no other
/// request is open when the scope is left; then the scope ends it, otherwise it goes on outwards.
/// </remarks>
public sealed class CancelScope : ITimerTarget
{
    private LoopTask? _task;
    private CancelScope? _outer;
    private TimeSpan? _deadline;
    private CancelReason? _reason;
    private long _number;
    private int _timerSlot = ITimerTarget.NoTimer;
    private int _cancellingOnEntry;
    private bool _requestedOnEntry;
    private bool _delivered;
    private bool _left;

    /// <summary>Whether the deadline has passed and has a turn in the ready queue that counts.</summary>
    private bool _isDue;

    /// <summary>How many turns stand before that one that do not count any more, as the deadline was moved after it had passed.</summary>
    private int _staleTurns;

    /// <summary>
    /// When the scope is cancelled by itself, on the loop's clock; <see langword="null"/> for never. It may be moved while the scope
    /// runs (<c>Timeout.reschedule</c>); a moment that has passed counts in the next iteration.
    /// </summary>
    /// <exception cref="InvalidOperationException">The scope is over, or its deadline has passed.</exception>
    public TimeSpan? Deadline
    {
        get => _deadline;
        set
        {
            if (_left || CancelCalled)
            {
                throw new InvalidOperationException($"Cannot change the deadline of a scope that is {(_left ? "finished" : "cancelled")}.");
            }

            _deadline = value;
            if (_task is not null)
            {
                SetTimer();
            }
        }
    }

    /// <summary>Whether cancellations from outside wait until the scope is left. Off by default.</summary>
    public bool Shield { get; init; }

    /// <summary>Whether the scope was cancelled, by its deadline or by hand.</summary>
    public bool CancelCalled => _reason is not null;

    /// <summary>Whether the scope has ended a cancellation of its own: what ran in it did not come to its end.</summary>
    public bool CancelledCaught { get; private set; }

    /// <summary>Why the scope was cancelled, if it was.</summary>
    public CancelReason? Reason => _reason;

    /// <summary>Cancels what runs in the scope, now or, when it has not begun, at its first wait.</summary>
    /// <param name="reason">Why; a string will do.</param>
    public void Cancel(CancelReason? reason = null)
    {
        if (CancelCalled || _left)
        {
            return;
        }

        _reason = reason ?? new CancelReason();
        if (_reason.By is null && _reason.Kind != CancelKind.Deadline && LoopThread.Current.Task is { } by)
        {
            _reason = _reason with { By = by.Name };
        }

        Deliver();
    }

    /// <summary>Runs <paramref name="body"/> in this scope. A scope serves one run.</summary>
    /// <returns>Whether the body came to its end; <see langword="false"/> when the scope cut it off.</returns>
    /// <exception cref="InvalidOperationException">The scope was used before, or no task runs here.</exception>
    public Coroutine<bool> Run(Func<Coroutine> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Run(new PlainBody<Coroutine>(body));
    }

    /// <inheritdoc cref="Run(Func{Coroutine})"/>
    internal async Coroutine<bool> Run<TBody>(TBody body)
        where TBody : struct, ITimedBody<Coroutine>
    {
        Enter();
        try
        {
            await body.Begin(this);
        }
        catch (Exception exception)
        {
            if (Leave(exception))
            {
                return false;
            }

            throw;
        }

        Leave(thrown: null);
        return true;
    }

    /// <summary>The task that runs in the scope.</summary>
    internal LoopTask Task => _task!;

    internal void Enter()
    {
        if (_task is not null)
        {
            throw new InvalidOperationException("The scope has already been entered.");
        }

        LoopThread thread = LoopThread.Current;
        _task = thread.Task
            ?? throw new InvalidOperationException("A timeout, cancel scope or task group should be used inside a task.");
        _number = ++thread.ScopesEntered;
        _outer = _task.Scope;
        _task.Scope = this;
        _cancellingOnEntry = _task.Cancelling;
        _requestedOnEntry = _task.IsRequestOpen;
        SetTimer();
        if (CancelCalled)
        {
            Deliver();
        }
    }

    /// <summary>Ends the scope.</summary>
    /// <returns>Whether <paramref name="thrown"/> is the scope's own cancellation, which ends here.</returns>
    internal bool Leave(Exception? thrown)
    {
        _left = true;
        DropTimer();
        LoopTask task = _task!;
        task.Scope = _outer;
        CancelledCaught = _delivered
            && TakeBackFrom(task)
            && thrown is OperationCanceledException;
        if (Shield)
        {
            DeliverHeldBack(task);
        }

        return CancelledCaught;
    }

    /// <summary>Whether a shield at or outside this scope stands in the way of a request from <paramref name="from"/>, or from outside of all.</summary>
    internal bool HoldsBack(CancelScope? from)
    {
        for (CancelScope? scope = this; scope != from; scope = scope._outer)
        {
            if (scope!.Shield)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Gives the scopes that were entered on this thread after the first <paramref name="entered"/> ones to <paramref name="to"/>: a
    /// coroutine that was begun inside a step of <paramref name="from"/> goes on as a task of its own.
    /// </summary>
    internal static void Move(LoopTask from, LoopTask to, long entered)
    {
        if (from.Scope is not { } innermost || innermost._number <= entered)
        {
            return;
        }

        CancelScope outermost = innermost;
        while (outermost._outer is { } outer && outer._number > entered)
        {
            outermost = outer;
        }

        from.Scope = outermost._outer;
        outermost._outer = null;
        to.Scope = innermost;
        int countedBefore = outermost._cancellingOnEntry;
        bool shielded = false;
        for (CancelScope? scope = innermost; scope is not null; scope = scope._outer)
        {
            scope._task = to;
            shielded |= scope.Shield;
            if (scope._delivered)
            {
                scope.TakeBackFrom(from);
                to.DeliverCancellation(scope._reason!);
            }

            scope._cancellingOnEntry -= countedBefore;
            scope._requestedOnEntry = false;
        }

        if (shielded)
        {
            DeliverHeldBack(from);
        }
    }

    /// <summary>Takes the scope's own request back, also when the task has not waited any more and so has not been told.</summary>
    /// <returns>Whether no more requests are open than there were when the scope was entered.</returns>
    private bool TakeBackFrom(LoopTask task)
    {
        if (task.Uncancel() > _cancellingOnEntry)
        {
            return false;
        }

        if (!_requestedOnEntry)
        {
            task.DropRequestOfScope();
        }

        return true;
    }

    private void Deliver()
    {
        if (_task is not null && !_delivered && !_task.Scope!.HoldsBack(from: this))
        {
            _delivered = true;
            _task.DeliverCancellation(_reason!);
        }
    }

    /// <summary>Delivers what was held back, as far as the next shield lets it.</summary>
    private static void DeliverHeldBack(LoopTask task)
    {
        for (CancelScope? scope = task.Scope; scope is not null; scope = scope._outer)
        {
            if (scope.CancelCalled)
            {
                scope.Deliver();
            }

            if (scope.Shield)
            {
                return;
            }
        }

        if (task.TakeHeldBack() is { } reason)
        {
            task.DeliverToTask(reason);
        }
    }

    private void SetTimer()
    {
        DropTimer();
        if (_deadline is not { } deadline)
        {
            return;
        }

        EventLoop loop = _task!.Loop;
        if (deadline > loop.Time)
        {
            loop.SetTimer(deadline, this);
        }
        else
        {
            _isDue = true;
            loop.ScheduleCallback(DeadlineTurn.Instance, this);
        }
    }

    private void DropTimer()
    {
        if (_isDue)
        {
            _isDue = false;
            _staleTurns++;
        }
        else if (_timerSlot != ITimerTarget.NoTimer)
        {
            _task!.Loop.Timers.Cancel(this);
        }
    }

    int ITimerTarget.TimerSlot
    {
        get => _timerSlot;
        set => _timerSlot = value;
    }

    void ITimerTarget.EnterReady(ReadyQueue ready)
    {
        _isDue = true;
        ready.Enqueue(DeadlineTurn.Instance, this);
    }

    private sealed class DeadlineTurn : ReadyCallback
    {
        public static readonly DeadlineTurn Instance = new();

        public override void Invoke(object argument)
        {
            var scope = (CancelScope)argument;
            if (scope._staleTurns > 0)
            {
                scope._staleTurns--;
            }
            else
            {
                scope._isDue = false;
                scope.Cancel(new CancelReason(CancelKind.Deadline));
            }
        }
    }
}
