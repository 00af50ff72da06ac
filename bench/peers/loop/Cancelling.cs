using System.Diagnostics;

namespace AsyncBasics.Peers;

/// <summary>W7: ending what would take longer. Size: how many.</summary>
internal static class Cancelling
{
    /// <summary>W7c: cancel tasks that sleep, and wait for the last of them; that they were made is not in the time.</summary>
    public static Round SleepingTasks(int[] sizes)
    {
        return Asyncio.Run(Main(sizes[0]));

        static async Coroutine<Round> Main(int count)
        {
            LoopTask[] tasks = [.. Enumerable.Range(0, count).Select(_ => Asyncio.CreateTask(Sleeper()))];
            await Asyncio.Sleep(0);

            long start = Stopwatch.GetTimestamp();
            foreach (LoopTask task in tasks)
            {
                task.Cancel();
            }

            await Asyncio.GatherOutcomes(tasks);
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            return new(seconds, count, tasks.LongCount(task => task.State == FutureState.Cancelled));
        }

        static async Coroutine Sleeper() => await Asyncio.Sleep(3600);
    }

    /// <summary>W7t: a timeout around each of many awaits that take one turn.</summary>
    public static Round Timeouts(int[] sizes)
    {
        return Round.Of(sizes[0], () => Asyncio.Run(Main(sizes[0])));

        static async Coroutine<long> Main(int awaits)
        {
            long sum = 0;
            for (int i = 0; i < awaits; i++)
            {
                sum += await Asyncio.WaitFor(Short(), timeout: 10);
            }

            return sum;
        }

        static async Coroutine<int> Short()
        {
            await Asyncio.Sleep(0);
            return 1;
        }
    }
}
