namespace AsyncBasics;

/// <summary>What a task can acquire, hold and release: see <see cref="AcquireFrame"/> and <see cref="LoopGuard"/>.</summary>
internal interface IAcquirable
{
    /// <summary>Where tasks wait for it.</summary>
    WaiterQueue Waiters { get; }

    /// <summary>Lets the current task have it if that is possible now.</summary>
    bool TryTake();

    /// <summary>Lets the current task, which was woken for it, have it.</summary>
    void TakeWoken();

    /// <summary>The current task does not want it any more; <paramref name="waiter"/> tells whether it was woken for it.</summary>
    void GiveUp(Waiter waiter);

    void Release();
}
