namespace AsyncBasics;

/// <summary>
/// Timers by deadline: those of equal deadlines fire in the order in which they were set. A timer wakes a
/// <see cref="LoopTask"/> or fires an <see cref="ITimerTarget"/>. A cancelled one stays until it would be the next, or until more than
/// half of many are cancelled, as in asyncio: so cancelling is O(1) and no entry has to know where it stands.
/// </summary>
/// <remarks>
/// A timer that is set to go off after all that are looked at now is only put aside (<see cref="_later"/>). When those are used up, what was
/// put aside takes their place: few go into the heap, many are sorted. A timer that comes in before the last of them goes into the heap.
/// </remarks>
internal sealed class TimerQueue(TaskRegistry tasks)
{
    private const int FewTimers = 100;
    private const int Ahead = 8;

    private readonly TimerHeap _heap = new();
    private readonly TimerRun _run = new();
    private readonly SlotTable<ITimerTarget> _targets = new();
    private BlockList<TimerEntry> _later = new();
    private bool _isLaterSorted = true;
    private long _horizon = long.MinValue;
    private int _cancelled;

    /// <summary>The deadline of the first timer that counts, or <see langword="null"/> when there is none.</summary>
    public long? NextDeadline
    {
        get
        {
            if (Count == 0)
            {
                return null;
            }

            DropCancelled();
            return HasFirst() ? FirstOf(out _).Deadline : null;
        }
    }

    /// <summary>Whether there are timers; they may all be cancelled.</summary>
    public bool HasAny => Count > 0;

    private int Count => _heap.Count + _run.Count + _later.Count;

    /// <summary>Sets a timer that wakes a task. A task has one at a time.</summary>
    public void Add(long deadline, LoopTask task)
    {
        if (task.Slot == TaskRegistry.NoSlot)
        {
            tasks.Add(task);
        }

        Add(deadline, task.Slot);
    }

    /// <summary>Sets a timer that fires something else. That has one at a time, too.</summary>
    public void Add(long deadline, ITimerTarget target)
    {
        target.TimerSlot = _targets.Add(target);
        Add(deadline, ~target.TimerSlot);
    }

    /// <summary>The timer of the target does not count any more. It keeps the slot, which is empty.</summary>
    public void Cancel(ITimerTarget target)
    {
        _targets.TakeOut(target.TimerSlot);
        target.TimerSlot = ITimerTarget.NoTimer;
        _cancelled++;
    }

    /// <summary>The timer of a task does not count any more. It keeps the slot, and the task gets another.</summary>
    public void Cancel(LoopTask task)
    {
        tasks.Move(task);
        _cancelled++;
    }

    /// <summary>Moves every timer that is due into the ready queue, in order.</summary>
    public void MoveDue(long now, ReadyQueue ready)
    {
        DropManyCancelled();
        while (HasFirst())
        {
            TimerEntry entry = FirstOf(out bool isInRun);
            if (entry.Deadline > now)
            {
                return;
            }

            RemoveFirst(isInRun);
            if (entry.Target >= 0 && tasks.At(entry.Target) is { } task)
            {
                task.TimerIsDue();
                ready.Enqueue(task);
            }
            else if (entry.Target < 0 && _targets.TryGet(~entry.Target, out ITimerTarget? target))
            {
                _targets.Remove(~entry.Target);
                target.TimerSlot = ITimerTarget.NoTimer;
                target.EnterReady(ready);
            }
            else
            {
                Forget(entry);
            }
        }
    }

    private void Add(long deadline, int target)
    {
        var entry = new TimerEntry(deadline, target);
        if (deadline < _horizon)
        {
            _heap.Add(entry);
        }
        else
        {
            AddLater(entry);
        }
    }

    private void AddLater(in TimerEntry entry)
    {
        int count = _later.Count;
        _isLaterSorted = count == 0 || (_isLaterSorted && _later[count - 1].Deadline <= entry.Deadline);
        _later.Add(entry);
    }

    private bool IsLive(in TimerEntry entry) => entry.Target >= 0
        ? tasks.At(entry.Target) is not null
        : _targets.TryGet(~entry.Target, out _);

    /// <summary>A timer that was cancelled is gone now.</summary>
    private void Forget(in TimerEntry entry)
    {
        _cancelled--;
        if (entry.Target >= 0)
        {
            tasks.Free(entry.Target);
        }
        else
        {
            _targets.Free(~entry.Target);
        }
    }

    /// <summary>Whether there is a timer, cancelled or not.</summary>
    private bool HasFirst()
    {
        if (_heap.Count == 0 && _run.Count == 0 && _later.Count > 0)
        {
            LookAtLater();
        }

        return _heap.Count > 0 || _run.Count > 0;
    }

    /// <summary>The first timer of all. Of equal ones those in the run were set before those in the heap.</summary>
    private TimerEntry FirstOf(out bool isInRun)
    {
        isInRun = _heap.Count == 0 || (_run.Count > 0 && _run.First.Deadline <= _heap.First.Deadline);
        return isInRun ? _run.First : _heap.First;
    }

    private void RemoveFirst(bool isInRun)
    {
        if (isInRun)
        {
            _run.RemoveFirst();
            LookAhead();
        }
        else
        {
            _heap.RemoveFirst();
        }
    }

    /// <summary>
    /// Those who wake next lie anywhere in memory. It is known who they are, so that the processor can fetch them meanwhile: with a million
    /// of them, half of the time would be waiting for memory otherwise.
    /// </summary>
    private void LookAhead()
    {
        if (_run.TaskAt(Ahead) is { } soon)
        {
            tasks.Prefetch(soon);
        }
    }

    private void LookAtLater()
    {
        if (_later.Count < FewTimers)
        {
            _horizon = long.MinValue;
            foreach (ref readonly TimerEntry entry in _later.AsSpan())
            {
                _heap.Add(entry);
                _horizon = Math.Max(_horizon, entry.Deadline);
            }

            _later.SetCount(0);
        }
        else
        {
            _later = _run.Fill(_later, _isLaterSorted);
            _horizon = _run.Last.Deadline;
        }
    }

    private void DropManyCancelled()
    {
        if (_cancelled > FewTimers / 2 && _cancelled * 2 > Count && Count > FewTimers)
        {
            KeepLive();
        }
    }

    private void DropCancelled()
    {
        DropManyCancelled();
        while (_cancelled > 0 && HasFirst())
        {
            TimerEntry first = FirstOf(out bool isInRun);
            if (IsLive(first))
            {
                return;
            }

            RemoveFirst(isInRun);
            Forget(first);
        }
    }

    private void KeepLive()
    {
        _heap.Keep(IsKept);
        _run.Keep(IsKept);
        int kept = 0;
        for (int i = 0; i < _later.Count; i++)
        {
            if (IsKept(_later[i]))
            {
                _later[kept++] = _later[i];
            }
        }

        _later.SetCount(kept);

        bool IsKept(TimerEntry entry)
        {
            if (IsLive(entry))
            {
                return true;
            }

            Forget(entry);
            return false;
        }
    }
}
