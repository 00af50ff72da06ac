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
    private Journey? _journey;

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

    internal override bool Jumps => true;

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

    /// <summary>
    /// Moves the clock on as <see cref="Advance"/> does, but step by step: from deadline to deadline, and at each everything that becomes
    /// ready runs until the loop is idle. Call it on the loop's thread and await it; other than after <see cref="Advance"/>, all that had to
    /// happen in that time has happened then.
    /// </summary>
    /// <exception cref="InvalidOperationException">No loop runs here, or the clock is being moved already.</exception>
    /// <inheritdoc cref="Advance" path="/exception"/>
    public Future AdvanceAsync(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        if (IsOnTheMove)
        {
            throw new InvalidOperationException("The clock is being moved already: await the first AdvanceAsync before the next.");
        }

        _journey = new Journey(Durations.DeadlineAfter(_now, duration.Ticks), new Future<bool>());
        return _journey.Arrived;
    }

    /// <remarks>Where nobody waits for the arrival any more, the journey is over.</remarks>
    internal override bool IsOnTheMove => _journey is { Arrived: { Done: false, Loop.IsClosed: false } };

    internal override void WaitUntil(long? deadline, Pause pause, bool workElsewhere)
    {
        if (!workElsewhere && (IsOnTheMove ? Travel(_journey!, deadline) : JumpTo(deadline)))
        {
            return;
        }

        lock (_lock)
        {
            if (deadline <= _now)
            {
                return;
            }

            _waiter = pause.Parker;
        }

        pause.Sleep(ticks: null);
    }

    internal override void Block(TimeSpan duration) => Advance(duration);

    /// <summary>The loop is idle: jumps to the next deadline, unless time is moved by hand.</summary>
    private bool JumpTo(long? deadline)
    {
        if (_manual || deadline is not { } moment)
        {
            return false;
        }

        MoveTo(moment);
        return true;
    }

    /// <summary>The loop is idle on the way: on to the next deadline, or to the end of the journey.</summary>
    private bool Travel(Journey journey, long? deadline)
    {
        if (deadline <= journey.End)
        {
            MoveTo(deadline.Value);
        }
        else
        {
            MoveTo(journey.End);
            _journey = null;
            journey.Arrived.TrySetResult(true);
        }

        return true;
    }

    /// <summary>Others may move the clock meanwhile: it does not go back.</summary>
    private void MoveTo(long moment)
    {
        long now = Volatile.Read(ref _now);
        while (now < moment)
        {
            long seen = Interlocked.CompareExchange(ref _now, moment, now);
            if (seen == now)
            {
                return;
            }

            now = seen;
        }
    }

    private sealed record Journey(long End, Future<bool> Arrived);
}
