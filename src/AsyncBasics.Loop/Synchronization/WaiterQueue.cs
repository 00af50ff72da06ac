namespace AsyncBasics;

/// <summary>
/// Tasks that wait for the same thing, first come first served: a linked list, so that one that is cancelled leaves from
/// wherever it stands. One that is woken or cancelled leaves at that moment; its task runs later.
/// </summary>
internal class WaiterQueue(LoopPrimitive owner)
{
    private Waiter? _last;

    /// <summary>What the tasks wait for.</summary>
    public LoopPrimitive Owner => owner;

    public int Count { get; private set; }

    public Waiter? First { get; private set; }

    /// <summary>Gives <paramref name="waiter"/> the last place. Its task then awaits it, and afterwards calls <see cref="Leave"/>.</summary>
    public void Enter(Waiter waiter, LoopThread thread)
    {
        waiter.Begin(this, owner.BindTo(thread.Loop!));
        Append(waiter);
    }

    /// <summary>
    /// Called by the task when its wait is over, in whichever way. How it ended can be read from the waiter until that enters again.
    /// </summary>
    public virtual void Leave(Waiter waiter)
    {
        if (waiter.IsQueued)
        {
            Remove(waiter);
        }
    }

    /// <summary>Wakes the one that waits longest.</summary>
    /// <returns>Whether there was one.</returns>
    public virtual bool WakeFirst()
    {
        Waiter? first = First;
        if (first is null)
        {
            return false;
        }

        Remove(first);
        first.Wake();
        return true;
    }

    public void WakeAll()
    {
        while (WakeFirst())
        {
        }
    }

    /// <summary>Called when the task of <paramref name="waiter"/> is cancelled while it waits.</summary>
    public virtual void OnCancelled(Waiter waiter) => Remove(waiter);

    private protected void Remove(Waiter waiter)
    {
        waiter.IsQueued = false;
        Count--;
        if (Count == 0)
        {
            // Mostly there is one, and to store nothing at all costs nothing where to store a reference does.
            First = null;
            _last = null;
            return;
        }

        if (waiter.Previous is { } previous)
        {
            previous.Next = waiter.Next;
        }
        else
        {
            First = waiter.Next;
        }

        if (waiter.Next is { } next)
        {
            next.Previous = waiter.Previous;
        }
        else
        {
            _last = waiter.Previous;
        }

        waiter.Next = null;
        waiter.Previous = null;
    }

    private void Append(Waiter waiter)
    {
        if (_last is null)
        {
            First = waiter;
        }
        else
        {
            waiter.Previous = _last;
            _last.Next = waiter;
        }

        _last = waiter;
        waiter.IsQueued = true;
        Count++;
    }
}
