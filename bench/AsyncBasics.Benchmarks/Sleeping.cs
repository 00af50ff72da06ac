using BenchmarkDotNet.Attributes;

namespace AsyncBasics.Benchmarks;

/// <summary>Many tasks that sleep, on the virtual clock: what a task with a timer costs, for a thousand and for a hundred thousand.</summary>
[MemoryDiagnoser]
public class Sleeping
{
    [Params(1_000, 100_000)]
    public int Tasks { get; set; }

    [Benchmark]
    public void EqualDeadlines() => Sleep(static _ => 10);

    [Benchmark]
    public void StaggeredDeadlines() => Sleep(static i => 10 + (i % 997 / 997.0));

    private void Sleep(Func<int, double> seconds)
    {
        Asyncio.Run(Main(Tasks, seconds), new EventLoopOptions { Clock = new VirtualClock() });

        static async Coroutine Main(int tasks, Func<int, double> seconds) =>
            await Asyncio.Gather(Enumerable.Range(0, tasks).Select(i => Sleeper(seconds(i))));

        static async Coroutine Sleeper(double seconds) => await Asyncio.Sleep(seconds);
    }
}
