using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>In the steady state the primitives allocate nothing, whether somebody waits or not.</summary>
public sealed class PrimitiveAllocationTests
{
    private const int Rounds = 1000;
    private const int Measurements = 5;

    [Fact]
    public void Lock_WithoutWaiters_AllocatesNothing()
    {
        var mutex = new LoopLock();

        AllocatesNothing(async rounds =>
        {
            for (int i = 0; i < rounds; i++)
            {
                using (await mutex.Acquire())
                {
                }
            }
        });
    }

    [Fact]
    public void Lock_ThatIsContended_AllocatesNothing()
    {
        var mutex = new LoopLock();

        AllocatesNothing(TakeTurns, meanwhile: TakeTurns);

        async Coroutine TakeTurns(int rounds)
        {
            for (int i = 0; i < rounds; i++)
            {
                using (await mutex.Acquire())
                {
                    await Sleep(0);
                }
            }
        }
    }

    [Fact]
    public void Semaphore_ThatIsContended_AllocatesNothing()
    {
        var semaphore = new LoopSemaphore(1);

        AllocatesNothing(TakeTurns, meanwhile: TakeTurns);

        async Coroutine TakeTurns(int rounds)
        {
            for (int i = 0; i < rounds; i++)
            {
                using (await semaphore.Acquire())
                {
                    await Sleep(0);
                }
            }
        }
    }

    [Fact]
    public void Event_ThatIsWaitedForAgainAndAgain_AllocatesNothing()
    {
        var signal = new LoopEvent();

        AllocatesNothing(
            async rounds =>
            {
                for (int i = 0; i < rounds; i++)
                {
                    await signal.Wait();
                }
            },
            meanwhile: async rounds =>
            {
                for (int i = 0; i < rounds; i++)
                {
                    signal.Set();
                    signal.Clear();
                    await Sleep(0);
                }
            });
    }

    [Fact]
    public void Queues_OfOneInAPingPong_AllocateNothing()
    {
        LoopQueue<int> there = new(1), back = new(1);

        AllocatesNothing(
            async rounds =>
            {
                for (int i = 0; i < rounds; i++)
                {
                    await there.Put(i);
                    await back.Get();
                }
            },
            meanwhile: async rounds =>
            {
                for (int i = 0; i < rounds; i++)
                {
                    await back.Put(await there.Get());
                }
            });
    }

    [Fact]
    public void Channel_OfCapacityZero_AllocatesNothing()
    {
        (SendChannel<string> sender, ReceiveChannel<string> receiver) = OpenChannel<string>(0);

        AllocatesNothing(
            async rounds =>
            {
                for (int i = 0; i < rounds; i++)
                {
                    await receiver.Receive();
                }
            },
            meanwhile: async rounds =>
            {
                for (int i = 0; i < rounds; i++)
                {
                    await sender.Send("value");
                }
            });
    }

    /// <summary>
    /// The first rounds fill the pools. Now and then a measurement counts some kilobytes that no operation has allocated, in a step that took long;
    /// why is not known. What an operation allocates is in all of them.
    /// </summary>
    private static void AllocatesNothing(Func<int, Coroutine> work, Func<int, Coroutine>? meanwhile = null) => VirtualTime.Run(async () =>
    {
        LoopTask? other = meanwhile is null ? null : CreateTask(meanwhile(1_000_000));
        await work(Rounds);

        long least = long.MaxValue;
        for (int measurement = 0; measurement < Measurements && least >= Rounds; measurement++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            await work(Rounds);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.True(least < Rounds, $"at least {least} bytes in {Rounds} rounds");
        other?.Cancel();
    });
}
