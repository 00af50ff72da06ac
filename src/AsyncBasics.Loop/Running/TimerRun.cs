namespace AsyncBasics;

/// <summary>Many timers that were set before anybody asked for the earliest: sorted at once, and then taken from the front.</summary>
/// <remarks>
/// To sort a million is quicker than to put each into a heap, and mostly they come sorted: those who sleep equally long wake in the order in
/// which they fell asleep.
/// </remarks>
internal sealed class TimerRun
{
    /// <summary>From how many on it is worth it to sort by digits.</summary>
    private const int Many = 2048;

    private const int MostDigitBits = 11;

    private TimerEntry[] _entries = new TimerEntry[16];
    private int _next;
    private int _end;

    public int Count => _end - _next;

    /// <summary>The earliest, when there is one.</summary>
    public ref readonly TimerEntry First => ref _entries[_next];

    /// <summary>The latest, when there is one.</summary>
    public ref readonly TimerEntry Last => ref _entries[_end - 1];

    public void RemoveFirst() => _next++;

    /// <summary>Whom the timer wakes that is so many places from the front; <see langword="null"/> when that is no task, or there is none.</summary>
    public int? TaskAt(int distance)
    {
        int index = _next + distance;
        return index < _end && _entries[index].Target >= 0 ? _entries[index].Target : null;
    }

    /// <summary>Takes over the first <paramref name="count"/> of <paramref name="entries"/>, which are in the order in which they were set.</summary>
    /// <returns>Room for others.</returns>
    public TimerEntry[] Fill(TimerEntry[] entries, int count, bool isSorted)
    {
        TimerEntry[] room = _entries;
        if (!isSorted && count < Many)
        {
            entries.AsSpan(0, count).Sort(static (a, b) => a.Precedes(b) ? -1 : 1);
        }
        else if (!isSorted)
        {
            if (room.Length < count)
            {
                room = new TimerEntry[count];
            }

            (entries, room) = SortByDigits(entries, room, count);
        }

        (_entries, _next, _end) = (entries, 0, count);
        return room;
    }

    /// <summary>Keeps what is <paramref name="live"/>.</summary>
    public void Keep(Predicate<TimerEntry> live)
    {
        int kept = 0;
        for (int i = _next; i < _end; i++)
        {
            if (live(_entries[i]))
            {
                _entries[kept++] = _entries[i];
            }
        }

        (_next, _end) = (0, kept);
    }

    /// <summary>
    /// From the lowest digit of the deadlines to the highest; what is equal in one stays in its order.
    /// </summary>
    /// <returns>The array that holds the sorted entries, and the other one.</returns>
    private static (TimerEntry[] Sorted, TimerEntry[] Other) SortByDigits(TimerEntry[] from, TimerEntry[] to, int count)
    {
        (long least, long most) = Range(from.AsSpan(0, count));
        int bits = 64 - (int)long.LeadingZeroCount(most - least);
        int digits = Math.Max(1, (bits + MostDigitBits - 1) / MostDigitBits);
        int digitBits = Math.Max(1, (bits + digits - 1) / digits);
        int[] places = new int[1 << digitBits];
        for (int shift = 0; shift < bits; shift += digitBits)
        {
            SortByDigit(from.AsSpan(0, count), to, places, least, shift);
            (from, to) = (to, from);
        }

        return (from, to);
    }

    private static (long Least, long Most) Range(ReadOnlySpan<TimerEntry> entries)
    {
        long least = long.MaxValue;
        long most = long.MinValue;
        foreach (ref readonly TimerEntry entry in entries)
        {
            least = Math.Min(least, entry.Deadline);
            most = Math.Max(most, entry.Deadline);
        }

        return (least, most);
    }

    private static void SortByDigit(ReadOnlySpan<TimerEntry> from, Span<TimerEntry> to, int[] places, long least, int shift)
    {
        int mask = places.Length - 1;
        Array.Clear(places);
        foreach (ref readonly TimerEntry entry in from)
        {
            places[(int)((entry.Deadline - least) >> shift) & mask]++;
        }

        int place = 0;
        for (int digit = 0; digit < places.Length; digit++)
        {
            (places[digit], place) = (place, place + places[digit]);
        }

        foreach (ref readonly TimerEntry entry in from)
        {
            to[places[(int)((entry.Deadline - least) >> shift) & mask]++] = entry;
        }
    }
}
