namespace AsyncBasics;

/// <summary>
/// Timers by (deadline, sequence): those of equal deadline fire in the order in which they were set. A timer sleeps a
/// <see cref="LoopTask"/> or fires a <see cref="Handle"/>. A cancelled one stays until it comes to the top, or until more than
/// half of many are cancelled, as in asyncio: so cancelling is O(1) and no entry has to know where it stands.
/// </summary>
internal sealed class TimerHeap
{
    // Four children: half as deep as a binary heap, and the four lie side by side in memory.
    private const int Arity = 4;
    private const int FewTimers = 100;

    private Entry[] _entries = new Entry[16];
    private int _count;
    private int _cancelled;
    private long _sequence;

    /// <summary>The deadline of the first timer that counts, or <see langword="null"/> when there is none.</summary>
    public long? NextDeadline
    {
        get
        {
            DropCancelled();
            return _count == 0 ? null : _entries[0].Deadline;
        }
    }

    /// <summary>Sets a timer.</summary>
    /// <returns>Its sequence number, by which the target knows it again.</returns>
    public long Add(long deadline, object target)
    {
        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, _count * 2);
        }

        var entry = new Entry(deadline, ++_sequence, target);
        SiftUp(_count++, entry);
        return entry.Sequence;
    }

    /// <summary>Says that one of the timers does not count any more.</summary>
    public void NoteCancelled() => _cancelled++;

    /// <summary>Moves every timer that is due into the ready queue, in order.</summary>
    public void MoveDue(long now, ReadyQueue ready)
    {
        while (_count > 0 && _entries[0].Deadline <= now)
        {
            Entry entry = _entries[0];
            RemoveFirst();
            if (!entry.IsLive)
            {
                _cancelled--;
            }
            else if (entry.Target is LoopTask)
            {
                ready.Enqueue(SleepElapsed.Instance, entry.Target);
            }
            else
            {
                ((Handle)entry.Target).LeaveHeap();
                ready.Enqueue(HandleTurn.Instance, entry.Target);
            }
        }
    }

    private void DropCancelled()
    {
        if (_count > FewTimers && _cancelled * 2 > _count)
        {
            Rebuild();
        }

        while (_cancelled > 0 && _count > 0 && !_entries[0].IsLive)
        {
            RemoveFirst();
            _cancelled--;
        }
    }

    private void Rebuild()
    {
        int live = 0;
        for (int i = 0; i < _count; i++)
        {
            if (_entries[i].IsLive)
            {
                _entries[live++] = _entries[i];
            }
        }

        Array.Clear(_entries, live, _count - live);
        _count = live;
        _cancelled = 0;
        for (int i = (_count - 2) / Arity; i >= 0 && _count > 1; i--)
        {
            SiftDown(i, _entries[i]);
        }
    }

    private void RemoveFirst()
    {
        Entry last = _entries[--_count];
        _entries[_count] = default;
        if (_count > 0)
        {
            SiftDown(0, last);
        }
    }

    private void SiftUp(int index, Entry entry)
    {
        Entry[] entries = _entries;
        while (index > 0)
        {
            int parent = (index - 1) / Arity;
            if (!entry.Precedes(entries[parent]))
            {
                break;
            }

            entries[index] = entries[parent];
            index = parent;
        }

        entries[index] = entry;
    }

    private void SiftDown(int index, Entry entry)
    {
        Entry[] entries = _entries;
        while (true)
        {
            int first = (index * Arity) + 1;
            if (first >= _count)
            {
                break;
            }

            int least = first;
            int end = Math.Min(first + Arity, _count);
            for (int child = first + 1; child < end; child++)
            {
                if (entries[child].Precedes(entries[least]))
                {
                    least = child;
                }
            }

            if (!entries[least].Precedes(entry))
            {
                break;
            }

            entries[index] = entries[least];
            index = least;
        }

        entries[index] = entry;
    }

    private readonly record struct Entry(long Deadline, long Sequence, object Target)
    {
        public bool IsLive => Target is LoopTask task ? task.SleepsOn(Sequence) : !((Handle)Target).IsCancelled;

        public bool Precedes(in Entry other) =>
            Deadline < other.Deadline || (Deadline == other.Deadline && Sequence < other.Sequence);
    }
}
