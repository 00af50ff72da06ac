namespace AsyncBasics;

/// <summary>Timers of which the earliest is at hand: by deadline, and of equal ones the one that was set first.</summary>
internal sealed class TimerHeap
{
    // Four children: half as deep as a binary heap, and the four lie side by side in memory.
    private const int Arity = 4;

    private Entry[] _entries = new Entry[16];
    private int _count;

    /// <summary>Counts those that were added, and wraps around; of those close to each other it tells which came first.</summary>
    private uint _sequence;

    public int Count => _count;

    /// <summary>The earliest, when there is one.</summary>
    public TimerEntry First => _entries[0].Timer;

    public void Add(in TimerEntry timer)
    {
        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, _count * 2);
        }

        SiftUp(_count++, new Entry(timer.Deadline, timer.Target, ++_sequence));
    }

    public void RemoveFirst()
    {
        int last = --_count;
        if (last > 0)
        {
            SiftDown(0, _entries[last]);
        }
    }

    /// <summary>Keeps what is <paramref name="live"/>.</summary>
    public void Keep(Predicate<TimerEntry> live)
    {
        int kept = 0;
        for (int i = 0; i < _count; i++)
        {
            if (live(_entries[i].Timer))
            {
                _entries[kept++] = _entries[i];
            }
        }

        _count = kept;
        for (int i = (_count - 2) / Arity; i >= 0 && _count > 1; i--)
        {
            SiftDown(i, _entries[i]);
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
        Span<Entry> entries = _entries.AsSpan(0, _count);
        while (true)
        {
            int first = (index * Arity) + 1;
            if (first >= entries.Length)
            {
                break;
            }

            int least = first;
            int end = Math.Min(first + Arity, entries.Length);
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

    private readonly record struct Entry(long Deadline, int Target, uint Sequence)
    {
        public TimerEntry Timer => new(Deadline, Target);

        public bool Precedes(in Entry other) =>
            Deadline < other.Deadline || (Deadline == other.Deadline && (int)(Sequence - other.Sequence) < 0);
    }
}
