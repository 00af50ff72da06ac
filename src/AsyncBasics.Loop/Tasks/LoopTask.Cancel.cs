using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <content>Cancellation: counted, thrown in at the place where the task waits, and undone by <see cref="Uncancel"/>.</content>
public abstract partial class LoopTask
{
    private const byte ManyRequests = byte.MaxValue;

    /// <summary>How many there are; or <see cref="ManyRequests"/>, or <see cref="Hidden"/>, which means that there are none.</summary>
    private byte _requests;

    /// <summary>
    /// How many requests for cancellation are open: each <see cref="Cancel"/> adds one, each <see cref="Uncancel"/> takes
    /// one away (<c>Task.cancelling</c>).
    /// </summary>
    public int Cancelling
    {
        get => _requests switch
        {
            ManyRequests => Extras.ManyRequests,
            Hidden => 0,
            _ => _requests,
        };
        private set
        {
            if (value < Hidden)
            {
                _requests = (byte)value;
            }
            else
            {
                _requests = ManyRequests;
                Extras.ManyRequests = value;
            }
        }
    }

    /// <summary>
    /// Asks the task to end (<c>Task.cancel</c>): what it waits for is cancelled, down to the leaf, and a
    /// <see cref="CancelledException"/> is thrown at the place where it waits. A task that has not started never runs its
    /// body; one whose result is ready but that has not gone on yet loses the result.
    /// </summary>
    /// <remarks>
    /// Through ordinary async methods the cancellation finds its way as long as they wait for something of the loop's. Where they wait for
    /// something else, such as input, the task is told when that has ended: wait on <c>FromTask(task)</c> where that is too late.
    /// </remarks>
    /// <param name="reason">Why; travels with the exception. A string will do.</param>
    /// <returns><see langword="false"/> when the task has already ended.</returns>
    public override bool Cancel(CancelReason? reason = null)
    {
        if (Done)
        {
            return false;
        }

        LoopTask? by = LoopThread.Current.Task;
        if (reason is null)
        {
            reason = by?.OwnReason ?? new CancelReason();
        }
        else if (reason.By is null && reason.Kind != CancelKind.Deadline && by is not null)
        {
            reason = reason with { By = by.Name };
        }

        if (Scope is { } scope && scope.HoldsBack(from: null))
        {
            Extras.HeldBack ??= reason;
        }
        else
        {
            DeliverToTask(reason);
        }

        return true;
    }

    /// <summary>The reason of what this task cancels without saying why.</summary>
    private CancelReason OwnReason => Extras.OwnReason ??= new CancelReason(By: Name);

    /// <summary>The innermost cancel scope that the task is in.</summary>
    internal CancelScope? Scope
    {
        get => ExtrasOrNull?.Scope;
        set => Extras.Scope = value;
    }

    /// <summary>Takes the request that a shield has held back.</summary>
    internal CancelReason? TakeHeldBack()
    {
        CancelReason? reason = ExtrasOrNull?.HeldBack;
        if (reason is not null)
        {
            Extras.HeldBack = null;
        }

        return reason;
    }

    /// <summary>Delivers a request to the task itself, which no scope that the task is in takes back.</summary>
    internal void DeliverToTask(CancelReason reason)
    {
        DeliverCancellation(reason);
        if (IsRequestOpen && Scope is not null)
        {
            Extras.IsTaskRequested = true;
        }
    }

    /// <summary>Counts a request and throws it in at the place where the task waits, or at the next one.</summary>
    /// <remarks>
    /// What the task waits for is cancelled in its turn, and so on. Tasks that await each other in a ring would go round for ever
    /// (CPython's do): there the task that closes the ring is the leaf. A chain too long for the stack goes on in a turn of its own.
    /// </remarks>
    internal void DeliverCancellation(CancelReason reason)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            Show();
            Loop.ScheduleCallback(new LaterCancellation(reason), this);
            return;
        }

        Cancelling++;
        if (WaitingOn is { } future)
        {
            IsInDelivery = true;
            bool passedOn = future is not LoopTask { IsInDelivery: true } && future.Cancel(reason);
            bool closesRing = !passedOn && LeadsBack(future);
            IsInDelivery = false;
            if (passedOn)
            {
                return;
            }

            if (closesRing)
            {
                future.RemoveWaiter(this);
                Leaf.TakeWait();
                InjectNext(new DeliveredCancellation(reason), Loop);
                return;
            }
        }
        else if ((_flags & TaskFlags.Waiting) == TaskFlags.WaitsForNative)
        {
            IsInDelivery = true;
            PassToNativeLeaf(reason);
            IsInDelivery = false;
            return;
        }
        else if ((_flags & TaskFlags.Waiting) == TaskFlags.Sleeping)
        {
            CancelSleep(reason);
            return;
        }

        _flags |= TaskFlags.MustCancel;
        if (Due is not DeliveredCancellation)
        {
            Due = reason;
        }
    }

    /// <summary>Whether the next wait throws a cancellation.</summary>
    internal bool IsRequestOpen => (_flags & TaskFlags.MustCancel) != 0;

    /// <summary>Forgets a request that nobody but scopes of the task has made.</summary>
    internal void DropRequestOfScope()
    {
        if (IsRequestOpen && ExtrasOrNull is not { IsTaskRequested: true })
        {
            TakeMustCancel();
        }
    }

    /// <summary>Whether a cancellation is just being passed on by this task to what it waits for.</summary>
    internal bool IsInDelivery
    {
        get => (_flags & TaskFlags.Delivering) != 0;
        set => _flags = value ? _flags | TaskFlags.Delivering : _flags & ~TaskFlags.Delivering;
    }

    private static bool LeadsBack(Future future) =>
        !future.Done
        && RuntimeHelpers.TryEnsureSufficientExecutionStack()
        && (future is LoopTask task ? task.IsInDelivery : future.WaitsFor.Any(LeadsBack));

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

    /// <summary>
    /// In C# <c>catch (Exception)</c> catches a cancellation too, so that a task easily goes on as if it had not been asked to end.
    /// </summary>
    private void ReportSwallowedCancellation(EventLoop loop)
    {
        if (_state == FutureState.Succeeded && Cancelling > 0)
        {
            loop.Report(new LoopReport(
                LoopReportKind.SwallowedCancellation,
                $"Task swallowed its cancellation and went on: {this}. Catch with 'when (e is not OperationCanceledException)', or call Uncancel().",
                Task: this,
                Place: CreatedAt));
        }
    }

    private void CancelSleep(CancelReason? reason)
    {
        _flags &= ~TaskFlags.Sleeping;
        EventLoop loop = Loop;
        if ((_flags & TaskFlags.TimerIsDue) == 0)
        {
            loop.Timers.Cancel(this);
        }

        InjectNext(new DeliveredCancellation(reason), loop);
    }

    private CancelReason? TakeMustCancel()
    {
        _flags &= ~TaskFlags.MustCancel;
        if (ExtrasOrNull is { } extras)
        {
            extras.IsTaskRequested = false;
        }

        if (Due is not CancelReason reason)
        {
            return null;
        }

        Due = null;
        return reason;
    }

    /// <summary>
    /// Lets this step throw at the place where the task waits. A cancellation that nobody on its way out could catch, or act on, ends the
    /// task right here: to throw an exception takes longer than everything else about it.
    /// </summary>
    /// <returns>Whether the task has ended.</returns>
    private bool Inject(LoopThread thread, EventLoop loop)
    {
        if ((_flags & TaskFlags.MustCancel) != 0 && WaitingOn is { } ended && ended.EndedByCancellation)
        {
            // What it waited for brings a cancellation already: that one is thrown, with its own reason.
            TakeMustCancel();
        }

        object? due = Due is CancelReason ? null : Due;
        if (due is not null)
        {
            Due = null;
        }

        if ((_flags & TaskFlags.MustCancel) != 0)
        {
            CancelReason? reason = TakeMustCancel();
            due ??= new DeliveredCancellation(reason);
        }

        if (due is DeliveredCancellation cancellation)
        {
            if (IsUnseenOnItsWayOut())
            {
                EndUnseen(cancellation.Reason, thread, loop);
                return true;
            }

            due = new CancelledException(cancellation.Reason);
        }

        if (due is not null)
        {
            thread.Injected = (Exception)due;
        }

        return false;
    }

    /// <summary>What the next step throws as a <see cref="CancelledException"/>; which few ever see.</summary>
    private sealed class DeliveredCancellation(CancelReason? reason)
    {
        public CancelReason? Reason => reason;
    }

    private sealed class LaterCancellation(CancelReason reason) : ReadyCallback
    {
        public override void Invoke(object argument)
        {
            var task = (LoopTask)argument;
            if (!task.Done)
            {
                task.DeliverCancellation(reason);
            }
        }
    }
}
