using System.Collections.Concurrent;
using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>Coroutines that are made on one thread and awaited on another: a frame goes with them, into the pool of whoever has awaited it.</summary>
public sealed class MovingCoroutinesTests
{
    private const int Threads = 4;
    private const int Rounds = 5_000;

    [Fact]
    public void CoroutinesThatChangeThreads_RunOnceEach()
    {
        ConcurrentBag<Coroutine<long>> made = [];
        long expected = 0;
        long awaited = 0;
        var failures = new ConcurrentQueue<Exception>();
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(thread => new Thread(() => Exchange(thread)))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Interlocked.Add(ref awaited, Run(AwaitRest(), new EventLoopOptions { Clock = new VirtualClock() }));

        Assert.Empty(failures);
        Assert.Equal(expected, awaited);

        void Exchange(int thread)
        {
            try
            {
                Interlocked.Add(ref awaited, Run(MakeAndAwait(new Random(thread)), new EventLoopOptions { Clock = new VirtualClock(), OnReport = _ => { } }));
            }
            catch (Exception failure)
            {
                failures.Enqueue(failure);
            }
        }

        async Coroutine<long> MakeAndAwait(Random random)
        {
            long sum = 0;
            for (int round = 0; round < Rounds; round++)
            {
                int value = random.Next(1, 1000);
                Interlocked.Add(ref expected, value);
                made.Add(random.Next(2) == 0 ? Deep(value, random.Next(4)) : Yield(value));
                if (random.Next(3) == 0)
                {
                    await Sleep(0);
                }

                // The newest of this thread as a rule, sometimes another thread's.
                if (random.Next(8) != 0 && made.TryTake(out Coroutine<long> coroutine))
                {
                    sum += random.Next(6) == 0 ? await CreateTask(coroutine) : await coroutine;
                }
            }

            return sum;
        }

        async Coroutine<long> AwaitRest()
        {
            long sum = 0;
            while (made.TryTake(out Coroutine<long> coroutine))
            {
                sum += await coroutine;
            }

            return sum;
        }
    }

    private static async Coroutine<long> Yield(long value)
    {
        await Sleep(0);
        return value;
    }

    private static async Coroutine<long> Deep(long value, int depth) => depth == 0 ? value : await Deep(value, depth - 1);
}
