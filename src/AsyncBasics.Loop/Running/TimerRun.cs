namespace AsyncBasics;

/// <summary>Many timers that were set before anybody asked for the earliest: sorted at once, and then taken from the front.</summary>
/// <remarks>
/// To sort a million is quicker than to put each into a heap, and mostly they come sorted: those who sleep equally long wake in the order in
/// which they fell asleep.
/// </remarks>
internal sealed class TimerRun
{
    private BlockList<TimerEntry> _entries = new();
    private int _next;

    public int Count => _entries.Count - _next;

    /// <summary>The earliest, when there is one.</summary>
    public ref readonly TimerEntry First => ref _entries[_next];

    /// <summary>The latest, when there is one.</summary>
    public ref readonly TimerEntry Last => ref _entries[_entries.Count - 1];

    public void RemoveFirst() => _next++;

    /// <summary>Whom the timer wakes that is so many places from the front; <see langword="null"/> when that is no task, or there is none.</summary>
    public int? TaskAt(int distance)
    {
        int index = _next + distance;
        return index < _entries.Count && _entries[index].Target >= 0 ? _entries[index].Target : null;
    }

    /// <summary>Takes over <paramref name="entries"/>, which are in the order in which they were set.</summary>
    /// <returns>Room for others: an empty list.</returns>
    public BlockList<TimerEntry> Fill(BlockList<TimerEntry> entries, bool isSorted)
    {
        if (!isSorted)
        {
            DigitSort.Sort(entries);
        }

        BlockList<TimerEntry> room = _entries;
        room.SetCount(0);
        (_entries, _next) = (entries, 0);
        return room;
    }

    /// <summary>Keeps what is <paramref name="live"/>.</summary>
    public void Keep(Predicate<TimerEntry> live)
    {
        int kept = 0;
        for (int i = _next; i < _entries.Count; i++)
        {
            if (live(_entries[i]))
            {
                _entries[kept++] = _entries[i];
            }
        }

        _entries.SetCount(kept);
        _next = 0;
    }
}
