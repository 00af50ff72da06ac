namespace AsyncBasics;

/// <summary>
/// A loop's clock. It counts from the moment it was made and never goes back. Which one a loop has is a choice of its maker: see
/// <see cref="RealClock"/> and <see cref="VirtualClock"/>.
/// </summary>
public abstract class Clock
{
    private protected Clock()
    {
    }

    /// <summary>How much time has passed on this clock.</summary>
    public TimeSpan Elapsed => TimeSpan.FromTicks(Now);

    /// <summary>The wall time that this clock shows.</summary>
    public DateTimeOffset UtcNow => Epoch + Elapsed;

    /// <summary>The wall time when the clock was made.</summary>
    private protected abstract DateTimeOffset Epoch { get; }

    /// <summary><see cref="Elapsed"/> in ticks of 100 ns.</summary>
    internal abstract long Now { get; }

    /// <summary>Whether the clock is moving somewhere by itself, even when no timer is set.</summary>
    internal virtual bool IsOnTheMove => false;

    /// <summary>Whether it may move without time having passed, and so overtake what other threads do.</summary>
    internal virtual bool Jumps => false;

    /// <summary>
    /// Called by the loop when nothing is ready: returns when <paramref name="deadline"/> has come, when something was posted, or
    /// earlier.
    /// </summary>
    /// <param name="deadline">The first timer; <see langword="null"/> when there is none.</param>
    /// <param name="pause">How to sleep.</param>
    /// <param name="workElsewhere">Whether work that will be posted to the loop is pending on another thread.</param>
    internal abstract void WaitUntil(long? deadline, Pause pause, bool workElsewhere);

    /// <summary>Holds the loop's thread for <paramref name="duration"/>.</summary>
    internal abstract void Block(TimeSpan duration);
}
