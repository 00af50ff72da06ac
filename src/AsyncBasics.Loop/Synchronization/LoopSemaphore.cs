namespace AsyncBasics;

/// <summary>
/// Lets a number of tasks in at the same time (<c>asyncio.Semaphore</c>): a counter that goes down when one gets in and up when one
/// leaves. Those who wait get in strictly in the order in which they came.
/// </summary>
public class LoopSemaphore : LoopPrimitive, IAcquirable
{
    private readonly WaiterQueue _waiters;

    /// <summary>Tasks that were woken, and counted, and whose turn has not come yet.</summary>
    private int _woken;

    /// <summary>Makes a semaphore.</summary>
    /// <param name="value">How many may be inside at once; one by default.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is negative.</exception>
    public LoopSemaphore(int value = 1)
    {
        if (value < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "Semaphore initial value must be >= 0");
        }

        Value = value;
        _waiters = new WaiterQueue(this);
    }

    /// <summary>Whether the next to come would have to wait (<c>Semaphore.locked</c>).</summary>
    public bool Locked => Value == 0 || _woken > 0 || _waiters.Count > 0;

    /// <summary>How many more are let in. One that was woken counts as in.</summary>
    private protected int Value { get; private set; }

    private protected override string Kind => "semaphore";

    private protected override string StateInWords =>
        (Locked ? "locked" : $"unlocked, value:{Value}") + CountOf(_waiters);

    WaiterQueue IAcquirable.Waiters => _waiters;

    /// <summary>
    /// Waits until there is room and takes it (<c>Semaphore.acquire</c>). Room that is free, with nobody before this task, is taken
    /// without giving up the turn.
    /// </summary>
    /// <returns>A guard that releases when it is disposed.</returns>
    public Coroutine<LoopGuard> Acquire() => AcquireFrame.Start(this);

    /// <summary>Makes room for one and wakes the one who waits longest (<c>Semaphore.release</c>).</summary>
    public virtual void Release()
    {
        Value++;
        WakeNext();
    }

    bool IAcquirable.TryTake()
    {
        if (Locked)
        {
            return false;
        }

        Value--;
        return true;
    }

    void IAcquirable.TakeWoken()
    {
        _woken--;
        WakeWhileRoom();
    }

    void IAcquirable.GiveUp(Waiter waiter)
    {
        if (waiter.WasWoken)
        {
            _woken--;
            Value++;
        }

        WakeWhileRoom();
    }

    internal override string DescribeWait(WaiterQueue queue) => InWords();

    /// <summary>Who came while another was on its way in had to let that one go first, even where there was room for both.</summary>
    private void WakeWhileRoom()
    {
        while (Value > 0 && WakeNext())
        {
        }
    }

    private bool WakeNext()
    {
        if (!_waiters.WakeFirst())
        {
            return false;
        }

        // Counted at this moment and not when the task runs: so nobody can take the room in between.
        Value--;
        _woken++;
        return true;
    }
}
