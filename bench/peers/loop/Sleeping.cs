using System.Diagnostics;

namespace AsyncBasics.Peers;

/// <summary>W1, W1s, W1v: many tasks, each asleep. Sizes: how many, and the sleep in milliseconds.</summary>
internal static class Sleeping
{
    public static Round EqualDeadlines(int[] sizes) => OnTheRealClock(sizes[0], _ => sizes[1] / 1e3, sizes[1] / 1e3);

    public static Round StaggeredDeadlines(int[] sizes) =>
        OnTheRealClock(sizes[0], i => (sizes[1] / 1e3) + ((double)i / sizes[0]), (sizes[1] / 1e3) + ((sizes[0] - 1.0) / sizes[0]));

    /// <summary>The deadlines are those of the staggered work, in a scattered order: a timer heap has to sort them.</summary>
    public static Round OnTheVirtualClock(int[] sizes) => Round.Of(sizes[0], () => Asyncio.Run(
        GatherSleepers(sizes[0], i => 10 + (i * 7919L % sizes[0] / (double)sizes[0])),
        new EventLoopOptions { Clock = new VirtualClock() }));

    private static Round OnTheRealClock(int tasks, Func<int, double> seconds, double longest)
    {
        long start = Stopwatch.GetTimestamp();
        long slept = Asyncio.Run(GatherSleepers(tasks, seconds));
        return new(Stopwatch.GetElapsedTime(start).TotalSeconds - longest, tasks, slept);
    }

    private static async Coroutine<long> GatherSleepers(int tasks, Func<int, double> seconds)
    {
        long slept = 0;
        await Asyncio.Gather(Enumerable.Range(0, tasks).Select(i => Sleeper(seconds(i))));
        return slept;

        async Coroutine Sleeper(double seconds)
        {
            await Asyncio.Sleep(seconds);
            slept++;
        }
    }
}
