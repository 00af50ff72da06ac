namespace AsyncBasics;

/// <summary>
/// A clock on which waiting takes no time: when nothing on the loop is ready, it jumps to the next deadline (trio's
/// <c>MockClock</c> with autojump). So a program that sleeps for an hour runs in milliseconds, and every run is the same.
/// </summary>
/// <remarks>
/// It does not jump while work that was handed to another thread is pending (see <see cref="EventLoop.Hold"/>), because what that
/// work brings back might come first.
/// </remarks>
public sealed class VirtualClock : Clock
{
    private readonly bool _manual;
    private readonly Lock _lock = new();
    private long _now;
    private Parker? _waiter;

    /// <summary>Makes a clock at zero.</summary>
    /// <param name="manual">
    /// Whether time moves only by <see cref="Advance"/>; by default it jumps by itself whenever the loop is idle.
    /// </param>
    /// <param name="start">The wall time at zero; 2000-01-01 UTC by default, so that runs are alike.</param>
    public VirtualClock(bool manual = false, DateTimeOffset? start = null)
    {
        _manual = manual;
        Epoch = start ?? new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    }

    private protected override DateTimeOffset Epoch { get; }

    internal override long Now => Volatile.Read(ref _now);

    /// <summary>
    /// Moves the clock on. Timers that become due fire on the loop, in the order of their deadlines, when the loop has its next
    /// turn. Any thread may call it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="duration"/> is negative: time does not go back.</exception>
    public void Advance(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        lock (_lock)
        {
            MoveTo(Durations.DeadlineAfter(_now, duration.Ticks));
            _waiter?.Unpark();
        }
    }

    internal override void WaitUntil(Parker parker, long? deadline, bool workElsewhere)
    {
        if (deadline is { } moment && !_manual && !workElsewhere)
        {
            lock (_lock)
            {
                MoveTo(moment);
            }

            return;
        }

        lock (_lock)
        {
            if (deadline <= _now)
            {
                return;
            }

            _waiter = parker;
        }

        parker.Park(null);
    }

    internal override void Block(TimeSpan duration) => Advance(duration);

    private void MoveTo(long moment) => Volatile.Write(ref _now, Math.Max(_now, moment));
}
