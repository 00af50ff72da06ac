using System.Globalization;

namespace AsyncBasics.Tests.Growth;

/// <summary>
/// A task costs the same memory whether there are four thousand or sixty-five thousand. Bytes are counted, not time, so the
/// tests tell the same on every machine.
/// </summary>
public sealed class AllocationGrowthTests
{
    private const double Slack = 1.05;

    // Powers of two: queues and lists that double are as full with one of them as with another.
    private static readonly int[] s_counts = [1 << 12, 1 << 14, 1 << 16];

    [Fact]
    public void Gather_OfSleepers_TakesTheSameMemoryForEachTask()
    {
        AssertFlat(Sleepers);

        static async Coroutine Sleepers(int tasks) =>
            await Asyncio.Gather(Enumerable.Range(0, tasks).Select(i => Asyncio.Sleep(1 + (i * 7919L % tasks))));
    }

    [Fact]
    public void Gather_OfTasksThatYield_TakesTheSameMemoryForEachTask()
    {
        AssertFlat(Yielders);

        static async Coroutine Yielders(int tasks) => await Asyncio.Gather(Enumerable.Range(0, tasks).Select(Yielder));

        static async Coroutine<int> Yielder(int result)
        {
            await Asyncio.Sleep(0);
            return result;
        }
    }

    [Fact]
    public void Cancel_OfSleepers_TakesTheSameMemoryForEachTask()
    {
        AssertFlat(Cancelled);

        static async Coroutine Cancelled(int tasks)
        {
            LoopTask[] sleepers = [.. Enumerable.Range(0, tasks).Select(_ => Asyncio.CreateTask(Asyncio.Sleep(3600)))];
            await Asyncio.Sleep(0);
            foreach (LoopTask sleeper in sleepers)
            {
                sleeper.Cancel();
            }

            await Asyncio.GatherOutcomes(sleepers);
        }
    }

    [Fact]
    public void CreateTask_OneAfterTheOther_TakesTheSameMemoryForEachTask()
    {
        AssertFlat(OneAfterTheOther);

        static async Coroutine OneAfterTheOther(int tasks)
        {
            for (int i = 0; i < tasks; i++)
            {
                await Asyncio.CreateTask(Asyncio.Sleep(0));
            }
        }
    }

    private static void AssertFlat(Func<int, Coroutine> work)
    {
        double[] bytes = [.. s_counts.Select(tasks => BytesPerTask(work, tasks))];

        string found = string.Join(", ", bytes.Select(each => each.ToString("F1", CultureInfo.InvariantCulture)));
        Assert.True(bytes.Max() <= bytes.Min() * Slack, $"Bytes for each of {string.Join(", ", s_counts)} tasks: {found}");
    }

    /// <summary>On a thread of its own, where no earlier test has left frames to use again.</summary>
    private static double BytesPerTask(Func<int, Coroutine> work, int tasks)
    {
        double bytes = 0;
        var thread = new Thread(() =>
        {
            // What is made once for each thread and loop does not count.
            Run(1);
            long before = GC.GetAllocatedBytesForCurrentThread();
            Run(tasks);
            bytes = (double)(GC.GetAllocatedBytesForCurrentThread() - before) / tasks;
        });
        thread.Start();
        thread.Join();
        return bytes;

        void Run(int tasks) => Asyncio.Run(work(tasks), new EventLoopOptions { Clock = new VirtualClock() });
    }
}
