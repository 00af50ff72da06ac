namespace AsyncBasics;

/// <summary>
/// A timer that is set. It holds no reference, only numbers: so moving entries about costs nothing but the moving, and the garbage collector
/// never looks at them.
/// </summary>
/// <param name="Deadline">When it fires, in ticks of the loop's clock.</param>
/// <param name="Target">Whom: the slot of a task that sleeps, or the complement of a handle's slot.</param>
/// <param name="Sequence">Counts the timers, and wraps around; of those set close to each other it tells which came first.</param>
internal readonly record struct TimerEntry(long Deadline, int Target, uint Sequence)
{
    public bool Precedes(in TimerEntry other) =>
        Deadline < other.Deadline || (Deadline == other.Deadline && (int)(Sequence - other.Sequence) < 0);
}
