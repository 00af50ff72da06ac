namespace AsyncBasics;

/// <content>Cancellation: counted, thrown in at the place where the task waits, and undone by <see cref="Uncancel"/>.</content>
public abstract partial class LoopTask
{
    /// <summary>
    /// How many requests for cancellation are open: each <see cref="Cancel"/> adds one, each <see cref="Uncancel"/> takes
    /// one away (<c>Task.cancelling</c>).
    /// </summary>
    public int Cancelling { get; private set; }

    /// <summary>
    /// Asks the task to end (<c>Task.cancel</c>): what it waits for is cancelled, down to the leaf, and a
    /// <see cref="CancelledException"/> is thrown at the place where it waits. A task that has not started never runs its
    /// body; one whose result is ready but that has not gone on yet loses the result.
    /// </summary>
    /// <remarks>
    /// A task that awaits a native <see cref="Task"/> directly is told when that has ended: its awaiter has no way in. Wait on
    /// <c>FromTask(task)</c> where that is too late.
    /// </remarks>
    /// <param name="reason">Why; travels with the exception. A string will do.</param>
    /// <returns><see langword="false"/> when the task has already ended.</returns>
    public override bool Cancel(CancelReason? reason = null)
    {
        if (Done)
        {
            return false;
        }

        reason ??= new CancelReason();
        if (reason.By is null && LoopThread.Current.Task is { } by)
        {
            reason = reason with { By = by.Name };
        }

        Cancelling++;
        if (_waitingOn is not null)
        {
            if (_waitingOn.Cancel(reason))
            {
                return true;
            }
        }
        else if ((_flags & TaskFlags.Sleeping) != 0)
        {
            CancelSleep(reason);
            return true;
        }

        _flags |= TaskFlags.MustCancel;
        if (_error is not CancelledException)
        {
            _error = reason;
        }

        return true;
    }

    /// <summary>
    /// Takes one request for cancellation back (<c>Task.uncancel</c>). When none is left, one that has not been delivered yet
    /// is forgotten (3.13).
    /// </summary>
    /// <returns>How many are still open.</returns>
    public int Uncancel()
    {
        if (Cancelling > 0)
        {
            Cancelling--;
            if (Cancelling == 0 && (_flags & TaskFlags.MustCancel) != 0)
            {
                TakeMustCancel();
            }
        }

        return Cancelling;
    }

    private void CancelSleep(CancelReason? reason)
    {
        _flags &= ~TaskFlags.Sleeping;
        EventLoop loop = Loop;
        loop.Timers.NoteCancelled();
        InjectNext(new CancelledException(reason), loop);
    }

    private CancelReason? TakeMustCancel()
    {
        _flags &= ~TaskFlags.MustCancel;
        if (_error is not CancelReason reason)
        {
            return null;
        }

        _error = null;
        return reason;
    }

    /// <summary>What this step throws at the place where the task waits.</summary>
    private Exception? TakeInjected()
    {
        Exception? injected = _error as Exception;
        _error = injected is null ? _error : null;
        if ((_flags & TaskFlags.MustCancel) != 0)
        {
            CancelReason? reason = TakeMustCancel();
            injected ??= new CancelledException(reason);
        }

        return injected;
    }
}
