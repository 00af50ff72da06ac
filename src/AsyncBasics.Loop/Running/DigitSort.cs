using System.Buffers;
using System.Numerics;

namespace AsyncBasics;

/// <summary>
/// Sorts timers by the digits of their deadlines, from the lowest digit to the highest; what is equal in one stays in its order. The entries
/// move to and fro between the list and an array, which is rented: only the sorting needs it.
/// </summary>
internal static class DigitSort
{
    private const int LeastDigitBits = 8;
    private const int MostDigitBits = 12;

    private interface IEntries
    {
        ref TimerEntry this[int index] { get; }
    }

    public static void Sort(BlockList<TimerEntry> entries)
    {
        int count = entries.Count;
        (long least, long most) = Range(entries);
        int bits = 64 - (int)long.LeadingZeroCount(most - least);

        // So large that there are few, but that what counts them is small beside the entries.
        int mostDigitBits = Math.Clamp(BitOperations.Log2((uint)count) - 4, LeastDigitBits, MostDigitBits);
        int digits = Math.Max(1, (bits + mostDigitBits - 1) / mostDigitBits);
        int digitBits = Math.Max(1, (bits + digits - 1) / digits);
        int[] places = new int[1 << digitBits];
        TimerEntry[] rented = ArrayPool<TimerEntry>.Shared.Rent(count);
        var list = new ListEntries(entries);
        var array = new ArrayEntries(rented);
        bool isInArray = false;
        for (int shift = 0; shift < bits; shift += digitBits)
        {
            if (isInArray)
            {
                SortByDigit(array, list, count, places, least, shift);
            }
            else
            {
                SortByDigit(list, array, count, places, least, shift);
            }

            isInArray = !isInArray;
        }

        for (int i = 0; isInArray && i < count; i++)
        {
            entries[i] = rented[i];
        }

        ArrayPool<TimerEntry>.Shared.Return(rented);
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

    private static void SortByDigit<TFrom, TTo>(TFrom from, TTo to, int count, int[] places, long least, int shift)
        where TFrom : struct, IEntries
        where TTo : struct, IEntries
    {
        int mask = places.Length - 1;
        Array.Clear(places);
        for (int i = 0; i < count; i++)
        {
            places[(int)((from[i].Deadline - least) >> shift) & mask]++;
        }

        int place = 0;
        for (int digit = 0; digit < places.Length; digit++)
        {
            (places[digit], place) = (place, place + places[digit]);
        }

        for (int i = 0; i < count; i++)
        {
            ref readonly TimerEntry entry = ref from[i];
            to[places[(int)((entry.Deadline - least) >> shift) & mask]++] = entry;
        }
    }

    private readonly struct ListEntries(BlockList<TimerEntry> list) : IEntries
    {
        public ref TimerEntry this[int index] => ref list[index];
    }

    private readonly struct ArrayEntries(TimerEntry[] array) : IEntries
    {
        public ref TimerEntry this[int index] => ref array[index];
    }
}
