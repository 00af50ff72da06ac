namespace AsyncBasics;

/// <summary>
/// A task's place in a <see cref="WaiterQueue"/>. The task awaits it, and whoever wakes the task ends it. Unlike other futures
/// it can be used again once the task has left, so that waiting costs no memory.
/// </summary>
internal class Waiter : Future
{
    private WaiterQueue? _queue;

    public Waiter? Next { get; set; }

    public Waiter? Previous { get; set; }

    /// <summary>Whether it still stands in its queue.</summary>
    public bool IsQueued { get; set; }

    /// <summary>Whether somebody woke it: a task that was woken and then cancelled has to pass that on.</summary>
    public bool WasWoken => _state == FutureState.Succeeded;

    /// <summary>Makes it pending, the first time or once more, in <paramref name="queue"/>.</summary>
    public void Begin(WaiterQueue queue, EventLoop loop)
    {
        _queue = queue;
        _owner = loop;
        Error = null;
        _state = FutureState.Pending;
    }

    /// <summary>Lets go of the queue and the loop until it is used again.</summary>
    public void Forget()
    {
        _queue = null;
        _owner = null;
    }

    public void Wake() => EndSucceeded();

    public override bool Cancel(CancelReason? reason = null)
    {
        if (!base.Cancel(reason))
        {
            return false;
        }

        _queue!.OnCancelled(this);
        return true;
    }

    internal override string Describe() => _queue!.Owner.DescribeWait(_queue);
}
