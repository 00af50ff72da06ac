using BenchmarkDotNet.Attributes;

namespace AsyncBasics.Benchmarks;

/// <summary>A hundred tasks that give each other the turn, per switch: alone, watched by an observer, and in debug mode.</summary>
[MemoryDiagnoser]
public class Switching
{
    private const int Tasks = 100;
    private const int Yields = 1_000;

    [Benchmark(Baseline = true, OperationsPerInvoke = Tasks * Yields)]
    public void Unobserved() => Switch(new EventLoopOptions { Debug = false });

    [Benchmark(OperationsPerInvoke = Tasks * Yields)]
    public void ObservedByOneThatDoesNothing() => Switch(new EventLoopOptions { Observer = new Idle(), Debug = false });

    [Benchmark(OperationsPerInvoke = Tasks * Yields)]
    public void InDebugMode() => Switch(new EventLoopOptions { Debug = true });

    private static void Switch(EventLoopOptions options)
    {
        Asyncio.Run(Main(), options);

        static async Coroutine Main() => await Asyncio.Gather(Enumerable.Range(0, Tasks).Select(_ => Yielding()));

        static async Coroutine Yielding()
        {
            for (int i = 0; i < Yields; i++)
            {
                await Asyncio.Sleep(0);
            }
        }
    }

    private sealed class Idle : LoopObserver;
}
