using System.Numerics;

namespace AsyncBasics;

/// <summary>Many timers that were set before anybody asked for the earliest: sorted at once, and then taken from the front.</summary>
/// <remarks>
/// To sort a million is quicker than to put each into a heap, and mostly they come sorted: those who sleep equally long wake in the order in
/// which they fell asleep.
/// </remarks>
internal sealed class TimerRun
{
    private const int LeastDigitBits = 8;
    private const int MostDigitBits = 12;

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
        BlockList<TimerEntry> room = _entries;
        if (!isSorted)
        {
            room.SetCount(entries.Count);
            (entries, room) = SortByDigits(entries, room);
        }

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

    /// <summary>
    /// From the lowest digit of the deadlines to the highest; what is equal in one stays in its order.
    /// </summary>
    /// <returns>The list that holds the sorted entries, and the other one.</returns>
    private static (BlockList<TimerEntry> Sorted, BlockList<TimerEntry> Other) SortByDigits(
        BlockList<TimerEntry> from, BlockList<TimerEntry> to)
    {
        (long least, long most) = Range(from);
        int bits = 64 - (int)long.LeadingZeroCount(most - least);
        // So large that there are few, but that what counts them is small beside the entries.
        int mostDigitBits = Math.Clamp(BitOperations.Log2((uint)from.Count) - 4, LeastDigitBits, MostDigitBits);
        int digits = Math.Max(1, (bits + mostDigitBits - 1) / mostDigitBits);
        int digitBits = Math.Max(1, (bits + digits - 1) / digits);
        int[] places = new int[1 << digitBits];
        for (int shift = 0; shift < bits; shift += digitBits)
        {
            SortByDigit(from, to, places, least, shift);
            (from, to) = (to, from);
        }

        return (from, to);
    }

    private static (long Least, long Most) Range(BlockList<TimerEntry> entries)
    {
        long least = long.MaxValue;
        long most = long.MinValue;
        for (int i = 0; i < entries.Count; i++)
        {
            long deadline = entries[i].Deadline;
            least = Math.Min(least, deadline);
            most = Math.Max(most, deadline);
        }

        return (least, most);
    }

    private static void SortByDigit(BlockList<TimerEntry> from, BlockList<TimerEntry> to, int[] places, long least, int shift)
    {
        int mask = places.Length - 1;
        Array.Clear(places);
        for (int i = 0; i < from.Count; i++)
        {
            places[(int)((from[i].Deadline - least) >> shift) & mask]++;
        }

        int place = 0;
        for (int digit = 0; digit < places.Length; digit++)
        {
            (places[digit], place) = (place, place + places[digit]);
        }

        for (int i = 0; i < from.Count; i++)
        {
            ref readonly TimerEntry entry = ref from[i];
            to[places[(int)((entry.Deadline - least) >> shift) & mask]++] = entry;
        }
    }
}
