using BenchmarkDotNet.Attributes;

namespace AsyncBasics.Benchmarks;

/// <summary>Twenty async calls inside each other, per call: what an await costs that has nothing to wait for, and one that has.</summary>
[MemoryDiagnoser]
public class NestedCalls
{
    private const int Depth = 20;
    private const int Rounds = 10_000;

    private readonly Runner _runner = new();

    [GlobalCleanup]
    public void Close() => _runner.Dispose();

    [Benchmark(Baseline = true, OperationsPerInvoke = Depth * Rounds)]
    public int Task_ThatEndsAtOnce()
    {
        return Calls().GetAwaiter().GetResult();

        async Task<int> Calls()
        {
            int sum = 0;
            for (int i = 0; i < Rounds; i++)
            {
                sum += await Call(Depth);
            }

            return sum;
        }

        static async Task<int> Call(int depth) => depth == 0 ? 1 : await Call(depth - 1);
    }

    [Benchmark(OperationsPerInvoke = Depth * Rounds)]
    public int Coroutine_ThatEndsAtOnce()
    {
        return _runner.Run(Calls());

        async Coroutine<int> Calls()
        {
            int sum = 0;
            for (int i = 0; i < Rounds; i++)
            {
                sum += await Call(Depth);
            }

            return sum;
        }

        static async Coroutine<int> Call(int depth) => depth == 0 ? 1 : await Call(depth - 1);
    }

    [Benchmark(OperationsPerInvoke = Depth * Rounds)]
    public void Coroutine_ThatYieldsAtTheBottom()
    {
        _runner.Run(Calls());

        async Coroutine Calls()
        {
            for (int i = 0; i < Rounds; i++)
            {
                await Call(Depth);
            }
        }

        static async Coroutine Call(int depth)
        {
            if (depth == 0)
            {
                await Asyncio.Sleep(0);
            }
            else
            {
                await Call(depth - 1);
            }
        }
    }
}
