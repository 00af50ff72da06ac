namespace AsyncBasics;

/// <summary>How a clock lets the loop's thread sleep: woken by posts, and never beyond the run's real-time limit.</summary>
internal readonly record struct Pause(Parker Parker, long? AtMost)
{
    /// <summary>Sleeps for <paramref name="ticks"/> of 100 ns, or until woken when they are <see langword="null"/>.</summary>
    public void Sleep(long? ticks) => Parker.Park(ticks is null || AtMost < ticks ? AtMost : ticks);
}
