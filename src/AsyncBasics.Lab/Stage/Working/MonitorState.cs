namespace AsyncBasics.Lab;

/// <summary>Who holds a lock, how often, who waits for it and who waits for a pulse.</summary>
internal sealed class MonitorState : IHeld
{
    private readonly Queue<Entrant> _entering = new();
    private readonly Queue<BlockedCall> _waiting = new();
    private object? _owner;
    private object? _holder;
    private TimeSpan _freeAt;
    private int _count;

    /// <summary>Whether the code that calls holds it.</summary>
    public bool IsMine => _owner is not null && ReferenceEquals(_owner, Me);

    /// <inheritdoc/>
    public IEnumerable<object> Holders => _owner is not null && _holder is { } holder ? [holder] : [];

    /// <summary>The thread that runs now, as the program sees it.</summary>
    private static object Me => WorkLane.Here ?? (object)Stage.Current;

    /// <summary>Takes it; waits for that if somebody else has it.</summary>
    /// <returns>Whether it was taken; otherwise the time was up.</returns>
    public bool Enter(TimeSpan timeout)
    {
        if (Stage.CurrentOrNull is not { IsHere: true } stage)
        {
            return true;
        }

        stage.Budget.Tick();
        if (_owner is null || IsMine)
        {
            WaitForThoseAhead(stage);
            _owner = Me;
            _holder = stage.Recorder.Actor;
            _count++;
            CountHeld(1);
            return true;
        }

        return timeout != TimeSpan.Zero && EnterLater(timeout, 1);
    }

    /// <summary>Gives it back; the first in line has it next.</summary>
    /// <exception cref="SynchronizationLockException">The caller does not have it.</exception>
    public void Exit()
    {
        if (Stage.CurrentOrNull is not { IsHere: true })
        {
            return;
        }

        ThrowUnlessMine();
        CountHeld(-1);
        if (--_count == 0)
        {
            _freeAt = Stage.Current.Now;
            HandOn();
        }
    }

    /// <summary>Gives it back until it is pulsed, and has it again then.</summary>
    /// <returns>Whether it was pulsed; otherwise the time was up.</returns>
    public bool Wait(TimeSpan timeout)
    {
        ThrowUnlessMine();
        int count = _count;
        _count = 0;
        HandOn();
        var call = new BlockedCall(BlockingKind.Signal, "a pulse");
        _waiting.Enqueue(call);
        bool wasPulsed = Stage.Current.Wait(call, timeout);
        if (_owner is null)
        {
            _owner = Me;
            _holder = Stage.Current.Recorder.Actor;
            _count = count;
        }
        else
        {
            EnterLater(System.Threading.Timeout.InfiniteTimeSpan, count);
        }

        return wasPulsed;
    }

    /// <summary>Lets the first that waits for a pulse go on, once the lock is free.</summary>
    public void Pulse()
    {
        ThrowUnlessMine();
        while (_waiting.TryDequeue(out BlockedCall? call) && !call.Release())
        {
        }
    }

    /// <summary>Lets all go on that wait for a pulse, one after the other.</summary>
    public void PulseAll()
    {
        ThrowUnlessMine();
        while (_waiting.TryDequeue(out BlockedCall? call))
        {
            call.Release();
        }
    }

    private bool EnterLater(TimeSpan timeout, int count)
    {
        Stage stage = Stage.Current;
        var entrant = new Entrant(new BlockedCall(BlockingKind.Lock, "a lock") { Thing = this }, Me, stage.Recorder.Actor, count);
        _entering.Enqueue(entrant);
        return stage.Wait(entrant.Call, timeout);
    }

    /// <summary>Hands it to the first in line; otherwise whoever gave it back could take it again and again.</summary>
    private void HandOn()
    {
        _owner = null;
        while (_entering.TryDequeue(out Entrant? next))
        {
            if (next.Call.Release())
            {
                _owner = next.Thread;
                _holder = next.Actor;
                _count = next.Count;
                return;
            }
        }
    }

    /// <summary>One that is ahead on a time of its own had it and gave it back, but for the others that is still to come.</summary>
    private void WaitForThoseAhead(Stage stage)
    {
        while (_freeAt > stage.Now && WorkLane.Here is LaneOnStack)
        {
            stage.Wait(new BlockedCall(BlockingKind.Lock, "a lock"), _freeAt - stage.Now);
        }
    }

    private static void CountHeld(int change)
    {
        if (WorkLane.Here is { } lane)
        {
            lane.LocksHeld += change;
        }
    }

    private void ThrowUnlessMine()
    {
        if (!IsMine)
        {
            throw new SynchronizationLockException("Object synchronization method was called from an unsynchronized block of code.");
        }
    }

    private sealed record Entrant(BlockedCall Call, object Thread, object? Actor, int Count);
}
