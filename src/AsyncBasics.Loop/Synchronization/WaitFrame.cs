namespace AsyncBasics;

/// <summary>
/// The coroutine of a primitive, written by hand: it takes what it asks for, or waits in a queue until it can. Nothing else happens
/// in most of them, and this way a call costs no compiled state machine, and a cancellation one throw less.
/// </summary>
/// <typeparam name="T">What it returns; <see cref="bool"/> where that is nothing.</typeparam>
internal abstract class WaitFrame<T> : LoopTask<T>
{
    /// <summary>Its place in a queue; kept for the next time.</summary>
    private Waiter? _waiter;

    private bool _waits;

    /// <summary>Where it waits when it has to.</summary>
    private protected abstract WaiterQueue Queue { get; }

    internal sealed override object? CopyBody() => null;

    /// <summary>The frame of a call when <see cref="LoopThread.Lend"/> has none.</summary>
    private protected static LoopTask LendAnother<TFrame>(LoopThread thread, int kind)
        where TFrame : WaitFrame<T>, new() => thread.LendAnother(kind) ?? thread.LendMade(new TFrame(), kind);

    /// <summary>Takes what it asks for.</summary>
    /// <returns>Whether it could; otherwise it waits.</returns>
    private protected abstract bool TryTake(out T result);

    /// <summary>As <see cref="TryTake"/>, after it was woken; <paramref name="waiter"/> is where it waited.</summary>
    private protected virtual bool TryTakeWoken(Waiter waiter, out T result) => TryTake(out result);

    /// <summary>
    /// It was cancelled, perhaps after having been woken: if somebody else can have what it was woken for, that one must be.
    /// </summary>
    private protected abstract void GiveUp(Waiter waiter);

    private protected virtual Waiter MakeWaiter() => new();

    /// <summary>Tells whoever will wake it what that one has to know.</summary>
    private protected virtual void Entered(Waiter waiter)
    {
    }

    private protected sealed override void MoveNext()
    {
        Exception? cancelled = null;
        bool taken;
        T result;
        try
        {
            taken = _waits ? TryGoOn(out result, out cancelled) : TryTake(out result);
            if (!taken && cancelled is null)
            {
                Wait();
            }
        }
        catch (Exception exception)
        {
            BodyThrew(exception);
            return;
        }

        if (taken)
        {
            BodyReturned(result);
        }
        else if (cancelled is not null)
        {
            BodyThrew(cancelled);
        }
    }

    /// <summary>It has no handlers but what <see cref="PassUnseen"/> does.</summary>
    private protected sealed override bool HasHandlers => false;

    private protected sealed override void PassUnseen()
    {
        if (_waits)
        {
            _waits = false;
            Queue.Leave(_waiter!);
            LeaveCancelled(_waiter!);
        }
    }

    private protected sealed override bool Recycle(LoopThread thread)
    {
        DropBody();
        if (thread.Observer is null)
        {
            _waiter?.Forget();
        }
        else
        {
            // An observer is shown what a task waits for, and may have kept it.
            _waiter = null;
        }

        return thread.TakeBack(this, FrameKind);
    }

    private void Wait()
    {
        LoopThread thread = LoopThread.Current;
        Waiter waiter = _waiter ??= MakeWaiter();
        Queue.Enter(waiter, thread);
        Entered(waiter);
        _waits = true;
        thread.WaitForFuture(this, waiter);
    }

    private bool TryGoOn(out T result, out Exception? cancelled)
    {
        Waiter waiter = _waiter!;
        _waits = false;
        Queue.Leave(waiter);
        cancelled = LoopThread.TakeInjectedHere();
        if (cancelled is null && !waiter.Cancelled)
        {
            return TryTakeWoken(waiter, out result);
        }

        cancelled ??= new CancelledException(waiter.CancelReason);
        LeaveCancelled(waiter);
        result = default!;
        return false;
    }

    private void LeaveCancelled(Waiter waiter)
    {
        GiveUp(waiter);
        if (!waiter.Done)
        {
            // Something else than the wait itself has ended it: the task still hangs on this one.
            _waiter = null;
        }
    }
}
