namespace AsyncBasics.Tests;

/// <summary>The sorting of timers, for one digit, two and more, against a sort that is known to keep what is equal in its order.</summary>
public sealed class DigitSortTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(200, 1)]
    [InlineData(200, 100)]
    [InlineData(200, 50_000)]
    [InlineData(5_000, 3)]
    [InlineData(5_000, 10_000_000)]
    [InlineData(100_000, 10_000_000)]
    [InlineData(100_000, 1L << 40)]
    [InlineData(100_000, 1L << 62)]
    public void Sort_IsByDeadline_AndKeepsTheOrderOfEqualOnes(int count, long range)
    {
        var random = new Random(count);
        long least = random.NextInt64(-1000, 1000);
        TimerEntry[] entries = [.. Enumerable.Range(0, count).Select(i => new TimerEntry(least + random.NextInt64(range), i))];
        var list = new BlockList<TimerEntry>();
        foreach (TimerEntry entry in entries)
        {
            list.Add(entry);
        }

        DigitSort.Sort(list);

        Assert.Equal(count, list.Count);
        Assert.Equal(entries.OrderBy(entry => entry.Deadline), Enumerable.Range(0, count).Select(i => list[i]));
    }
}
