namespace AsyncBasics;

/// <summary>How a wait at a channel ended.</summary>
internal enum ChannelOutcome
{
    /// <summary>The value went from a sender to a receiver.</summary>
    Passed,

    /// <summary>The other ends are all closed.</summary>
    OthersGone,

    /// <summary>The end at which the task waits was closed.</summary>
    EndClosed,
}

/// <summary>A task's place at a channel: a sender's with the value it brings, a receiver's with room for the value it gets.</summary>
internal sealed class ChannelWaiter<T> : Waiter
{
    public T? Value { get; set; }

    /// <summary>The age of the value among those that were handed to waiting receivers.</summary>
    public long Number { get; set; }

    /// <summary>The end at which the task waits.</summary>
    public object? End { get; set; }

    public ChannelOutcome Outcome { get; private set; }

    public void Settle(ChannelOutcome outcome)
    {
        Outcome = outcome;
        if (outcome != ChannelOutcome.Passed)
        {
            Value = default;
        }

        Wake();
    }

    public T TakeValue()
    {
        T value = Value!;
        Value = default;
        return value;
    }
}

/// <summary>The senders or the receivers that wait at a channel.</summary>
internal sealed class ChannelWaiters<T>(LoopPrimitive owner) : WaiterQueue(owner)
{
    public override void OnCancelled(Waiter waiter)
    {
        base.OnCancelled(waiter);
        ((ChannelWaiter<T>)waiter).Value = default;
    }

    public override void Leave(Waiter waiter)
    {
        ((ChannelWaiter<T>)waiter).End = null;
        base.Leave(waiter);
    }

    /// <summary>Takes the one that waits longest out of the queue; the caller settles it.</summary>
    public ChannelWaiter<T>? TakeFirst()
    {
        var first = (ChannelWaiter<T>?)First;
        if (first is not null)
        {
            Remove(first);
        }

        return first;
    }

    public void SettleAll(ChannelOutcome outcome)
    {
        while (TakeFirst() is { } waiter)
        {
            waiter.Settle(outcome);
        }
    }

    /// <summary>Settles those that wait at <paramref name="end"/>, which is being closed.</summary>
    public void SettleThoseAt(object end)
    {
        for (var waiter = (ChannelWaiter<T>?)First; waiter is not null;)
        {
            var next = (ChannelWaiter<T>?)waiter.Next;
            if (ReferenceEquals(waiter.End, end))
            {
                Remove(waiter);
                waiter.Settle(ChannelOutcome.EndClosed);
            }

            waiter = next;
        }
    }
}
