namespace AsyncBasics;

/// <summary>
/// A place where tasks wait for each other until a given number has come; then all go on together (<c>asyncio.Barrier</c>). It can
/// be used again and again.
/// </summary>
public sealed class LoopBarrier : LoopPrimitive
{
    private readonly LoopCondition _changed;
    private readonly Func<bool> _isOpen;
    private readonly Func<bool> _isNotFilling;
    private State _state = State.Filling;

    /// <summary>Tasks between coming and leaving.</summary>
    private int _inside;

    /// <summary>Makes a barrier.</summary>
    /// <param name="parties">How many tasks have to come.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="parties"/> is less than one.</exception>
    public LoopBarrier(int parties)
    {
        if (parties < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(parties), parties, "parties must be > 0");
        }

        Parties = parties;
        _changed = new LoopCondition(new LoopLock(), this);
        _isOpen = () => _state is State.Filling or State.Broken;
        _isNotFilling = () => _state is not State.Filling;
    }

    private enum State
    {
        /// <summary>Tasks come and wait.</summary>
        Filling,

        /// <summary>All have come and are leaving; who comes now waits outside.</summary>
        Draining,

        /// <summary>Those who waited are leaving with an error; who comes now waits outside.</summary>
        Resetting,

        /// <summary>Aborted: nobody waits here until a reset.</summary>
        Broken,
    }

    /// <summary>How many tasks have to come (<c>Barrier.parties</c>).</summary>
    public int Parties { get; }

    /// <summary>How many have come and wait for the others (<c>Barrier.n_waiting</c>).</summary>
    public int WaitingCount => _state is State.Filling ? _inside : 0;

    /// <summary>Whether it was aborted (<c>Barrier.broken</c>).</summary>
    public bool Broken => _state is State.Broken;

    private protected override string Kind => "barrier";

    private protected override string StateInWords =>
        Broken ? "broken" : $"{_state.ToString().ToLowerInvariant()}, waiters:{WaitingCount}/{Parties}";

    /// <summary>
    /// Waits until all have come (<c>Barrier.wait</c>). While the tasks of the round before are still leaving, waits for that first.
    /// </summary>
    /// <returns>
    /// How many had come before this task: a different number for each, from 0, so that one of them can be picked for what only one
    /// should do.
    /// </returns>
    /// <exception cref="BrokenBarrierException">The barrier was aborted, or was reset while this task waited.</exception>
    public async Coroutine<int> Wait()
    {
        using (await _changed.Acquire())
        {
            await _changed.WaitFor(_isOpen);
            if (Broken)
            {
                throw new BrokenBarrierException("Barrier aborted");
            }

            int index = _inside++;
            try
            {
                await WaitInside(index);
            }
            finally
            {
                LeaveInside();
            }

            return index;
        }
    }

    /// <summary>
    /// Makes the barrier as it was at first, also after <see cref="Abort"/> (<c>Barrier.reset</c>). Tasks that wait at it fail with
    /// <see cref="BrokenBarrierException"/>.
    /// </summary>
    public async Coroutine Reset()
    {
        using (await _changed.Acquire())
        {
            _state = _inside > 0 ? State.Resetting : State.Filling;
            _changed.NotifyAll();
        }
    }

    /// <summary>
    /// Breaks the barrier (<c>Barrier.abort</c>): tasks that wait at it, or come before a <see cref="Reset"/>, fail with
    /// <see cref="BrokenBarrierException"/>.
    /// </summary>
    public async Coroutine Abort()
    {
        using (await _changed.Acquire())
        {
            _state = State.Broken;
            _changed.NotifyAll();
        }
    }

    internal override string DescribeWait(WaiterQueue queue) => _state is State.Filling
        ? $"{InWords()} to which {WaitingCount} of {Parties} have come"
        : $"{InWords()} that the others are leaving";

    private async Coroutine WaitInside(int index)
    {
        if (index + 1 == Parties)
        {
            _state = State.Draining;
            _changed.NotifyAll();
            return;
        }

        await _changed.WaitFor(_isNotFilling);
        if (_state is State.Broken or State.Resetting)
        {
            throw new BrokenBarrierException("Abort or reset of barrier");
        }
    }

    private void LeaveInside()
    {
        _inside--;
        if (_inside > 0)
        {
            return;
        }

        if (_state is State.Draining or State.Resetting)
        {
            _state = State.Filling;
        }

        _changed.NotifyAll();
    }
}
