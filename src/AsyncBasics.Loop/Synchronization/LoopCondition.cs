using System.Runtime.ExceptionServices;

namespace AsyncBasics;

/// <summary>
/// A lock with a place where its holder can wait for somebody to change what the lock guards (<c>asyncio.Condition</c>). While it
/// waits the lock is free; when it goes on it holds the lock again.
/// </summary>
/// <remarks>
/// A task may be woken without need, so look again at what you wait for, or let <see cref="WaitFor"/> do so. Several conditions
/// may share one lock.
/// </remarks>
public sealed class LoopCondition : LoopPrimitive
{
    private readonly LoopLock _lock;
    private readonly WaiterQueue _waiters;

    /// <summary>Makes a condition.</summary>
    /// <param name="guardedBy">The lock; one of its own by default.</param>
    public LoopCondition(LoopLock? guardedBy = null)
    {
        _lock = guardedBy ?? new LoopLock();
        _waiters = new WaiterQueue(this);
    }

    /// <summary>Makes a condition that is a part of <paramref name="whole"/>: who waits on it waits for that.</summary>
    internal LoopCondition(LoopLock guardedBy, LoopPrimitive whole)
    {
        _lock = guardedBy;
        _waiters = new WaiterQueue(whole);
    }

    /// <summary>Whether somebody holds the lock (<c>Condition.locked</c>).</summary>
    public bool Locked => _lock.Locked;

    private protected override string Kind => "condition";

    private protected override string StateInWords => (Locked ? "locked" : "unlocked") + CountOf(_waiters);

    /// <summary>Waits for the lock and takes it (<c>Condition.acquire</c>).</summary>
    /// <inheritdoc cref="LoopLock.Acquire"/>
    public Coroutine<LoopGuard> Acquire() => _lock.Acquire();

    /// <summary>Lets the lock go (<c>Condition.release</c>).</summary>
    /// <inheritdoc cref="LoopLock.Release"/>
    public void Release() => _lock.Release();

    /// <summary>
    /// Lets the lock go, waits to be notified, and takes the lock again (<c>Condition.wait</c>).
    /// </summary>
    /// <remarks>
    /// The lock is held again afterwards in any case, even when the wait is cancelled. A task that is cancelled passes a
    /// notification on that it might have had, so that none is lost.
    /// </remarks>
    /// <exception cref="InvalidOperationException">Nobody holds the lock.</exception>
    public async Coroutine Wait()
    {
        ThrowUnlessLocked("wait");
        var waiter = new Waiter();
        _waiters.Enter(waiter, LoopThread.Current);
        _lock.Release();
        ExceptionDispatchInfo? error = null;
        try
        {
            await waiter;
        }
        catch (CancelledException cancelled)
        {
            error = ExceptionDispatchInfo.Capture(cancelled);
        }
        finally
        {
            _waiters.Leave(waiter);
        }

        bool held = false;
        while (!held)
        {
            try
            {
                await _lock.Acquire();
                held = true;
            }
            catch (CancelledException cancelled)
            {
                // Without the lock nobody may leave: the latest cancellation goes on once it is held.
                error = ExceptionDispatchInfo.Capture(cancelled);
            }
        }

        if (error is not null)
        {
            _waiters.WakeFirst();
            error.Throw();
        }
    }

    /// <summary>Waits until <paramref name="predicate"/> is true, looking again after each notification (<c>Condition.wait_for</c>).</summary>
    /// <param name="predicate">Looks at what the lock guards; it is called with the lock held.</param>
    /// <exception cref="InvalidOperationException">It has to wait, and nobody holds the lock.</exception>
    public Coroutine WaitFor(Func<bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return WaitWhileFalse(predicate);
    }

    /// <summary>
    /// Wakes some of those who wait, the ones that have waited longest (<c>Condition.notify</c>). They go on when they get the lock,
    /// so release it.
    /// </summary>
    /// <param name="count">How many at most; one by default.</param>
    /// <exception cref="InvalidOperationException">Nobody holds the lock.</exception>
    public void Notify(int count = 1)
    {
        ThrowUnlessLocked("notify");
        for (int woken = 0; woken < count && _waiters.WakeFirst(); woken++)
        {
        }
    }

    /// <summary>Wakes everybody who waits (<c>Condition.notify_all</c>).</summary>
    /// <inheritdoc cref="Notify" path="/exception"/>
    public void NotifyAll()
    {
        ThrowUnlessLocked("notify");
        _waiters.WakeAll();
    }

    internal override string DescribeWait(WaiterQueue queue) => InWords();

    private async Coroutine WaitWhileFalse(Func<bool> predicate)
    {
        while (!predicate())
        {
            await Wait();
        }
    }

    private void ThrowUnlessLocked(string verb)
    {
        if (!Locked)
        {
            throw new InvalidOperationException($"cannot {verb} on un-acquired lock");
        }
    }
}
