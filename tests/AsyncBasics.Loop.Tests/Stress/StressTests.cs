using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>A million of everything: nothing is lost, nothing overflows, and it ends in seconds.</summary>
[Collection(RealTimeCollection.Name)]
public sealed class StressTests
{
    private const int Million = 1_000_000;

    [Fact]
    public void AMillionPosts_FromEightThreads_AllArrive_InOrderForEach()
    {
        const int Threads = 8;
        const int Each = Million / Threads;
        using var loop = new EventLoop();
        int[] next = new int[Threads];
        int left = Million;
        bool inOrder = true;
        using IDisposable hold = loop.Hold();
        for (int t = 0; t < Threads; t++)
        {
            int thread = t;
            new Thread(() => Post(thread)).Start();
        }

        loop.RunForever();

        Assert.Equal(0, left);
        Assert.True(inOrder);

        void Post(int thread)
        {
            for (int i = 0; i < Each; i++)
            {
                int number = i;
                loop.CallSoonThreadsafe(() =>
                {
                    inOrder &= next[thread]++ == number;
                    if (--left == 0)
                    {
                        loop.Stop();
                    }
                });
            }
        }
    }

    [Fact]
    public void AMillionTasks_AliveAtOnce_AllEnd() => VirtualTime.Run(async () =>
    {
        int ended = 0;

        await Gather(Enumerable.Range(0, Million).Select(_ => SleepAndCount()));

        Assert.Equal(Million, ended);
        Assert.Equal(10, Time());

        async Coroutine SleepAndCount()
        {
            await Sleep(10);
            ended++;
        }
    });

    [Fact]
    public void ATreeOfAHundredThousandTasks_CancelledAtItsRoot_EndsAltogether() => VirtualTime.Run(async () =>
    {
        const int Children = 10;
        const int Tasks = 111_111;
        int ended = 0;
        LoopTask root = CreateTask(Node(depth: 5));
        await Sleep(1);

        root.Cancel("the storm");

        await Awaiting.Throws<CancelledException>(root);
        Assert.Equal(Tasks, ended);

        async Coroutine Node(int depth)
        {
            try
            {
                if (depth == 0)
                {
                    await Sleep(100);
                }
                else
                {
                    await Gather(Enumerable.Range(0, Children).Select(_ => Node(depth - 1)));
                }
            }
            finally
            {
                ended++;
            }
        }
    });

    [Fact]
    public void AChainOfAHundredThousandTasks_EachAwaitingTheNext_IsCancelledFromItsHead() => VirtualTime.Run(async () =>
    {
        const int Length = 100_000;
        LoopTask last = CreateTask(Sleep(1_000));
        LoopTask leaf = last;
        for (int i = 0; i < Length; i++)
        {
            last = CreateTask(AwaitIt(last));
        }

        await Sleep(1);
        last.Cancel();

        await Awaiting.Throws<CancelledException>(last);
        Assert.True(leaf.Cancelled);

        static async Coroutine AwaitIt(LoopTask next) => await next;
    });

    [Fact]
    public void AMillionAwaits_InsideEachOther_ThatSuspendAtTheBottom_Return() =>
        Assert.Equal(Million, VirtualTime.Run(() => Descend(Million)));

    [Fact]
    public void AGroupOfManyTasks_CostsTheSameForEach() => VirtualTime.Run(async () =>
    {
        const int Tasks = 200_000;
        int ended = 0;

        await TaskGroup.Run(async group =>
        {
            for (int i = 0; i < Tasks; i++)
            {
                _ = group.CreateTask(Member(i));
            }
        });

        Assert.Equal(Tasks, ended);

        async Coroutine Member(int i)
        {
            await Sleep(i % 100);
            ended++;
        }
    });

    [Fact]
    public void ALongRun_KeepsItsMemoryFlat() => VirtualTime.Run(async () =>
    {
        await Work(rounds: 300);
        long before = GC.GetTotalMemory(forceFullCollection: true);

        await Work(rounds: 3_000);

        long growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.InRange(growth, long.MinValue, 2 * 1024 * 1024);

        static async Coroutine Work(int rounds)
        {
            var queue = new LoopQueue<int>(4);
            for (int round = 0; round < rounds; round++)
            {
                await TaskGroup.Run(async group =>
                {
                    for (int i = 0; i < 20; i++)
                    {
                        _ = group.CreateTask(Produce(queue, i));
                        _ = group.CreateTask(Consume(queue));
                    }
                });
                LoopTask sleeper = CreateTask(Sleep(1_000));
                await MoveOnAfter(1, async () => await sleeper);
            }
        }

        static async Coroutine Produce(LoopQueue<int> queue, int item)
        {
            await Sleep(item % 3);
            await queue.Put(item);
        }

        static async Coroutine Consume(LoopQueue<int> queue) => await queue.Get();
    });

    private static async Coroutine<int> Descend(int depth)
    {
        if (depth == 0)
        {
            await Sleep(1);
            return 0;
        }

        return 1 + await Descend(depth - 1);
    }
}
