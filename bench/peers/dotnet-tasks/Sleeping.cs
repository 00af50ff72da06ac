using System.Diagnostics;

namespace AsyncBasics.Peers;

/// <summary>W1, W1s: many tasks, each asleep. Sizes: how many, and the sleep in milliseconds.</summary>
internal static class Sleeping
{
    public static Round EqualDeadlines(int[] sizes)
    {
        TimeSpan sleep = TimeSpan.FromMilliseconds(sizes[1]);
        return GatherSleepers(sizes[0], _ => sleep, sleep).GetAwaiter().GetResult();
    }

    public static Round StaggeredDeadlines(int[] sizes)
    {
        TimeSpan sleep = TimeSpan.FromMilliseconds(sizes[1]);
        return GatherSleepers(sizes[0], Staggered, Staggered(sizes[0] - 1)).GetAwaiter().GetResult();

        TimeSpan Staggered(int i) => sleep + TimeSpan.FromSeconds((double)i / sizes[0]);
    }

    private static async Task<Round> GatherSleepers(int tasks, Func<int, TimeSpan> sleep, TimeSpan longest)
    {
        long start = Stopwatch.GetTimestamp();
        long slept = 0;
        await Task.WhenAll(Enumerable.Range(0, tasks).Select(i => Sleeper(sleep(i))));
        return new((Stopwatch.GetElapsedTime(start) - longest).TotalSeconds, tasks, slept);

        async Task Sleeper(TimeSpan sleep)
        {
            await Task.Delay(sleep);
            Interlocked.Increment(ref slept);
        }
    }
}
