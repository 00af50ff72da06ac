using System.Runtime.CompilerServices;
using System.Threading.Channels;
using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>Ordinary async iterators and channels on the loop, read by coroutines.</summary>
public sealed class AsyncIteratorTests
{
    [Fact]
    public void AnIteratorThatAwaitsCoroutines_IsReadInACoroutine() => VirtualTime.Run(async () =>
    {
        List<string> log = [];

        await foreach (int tick in Ticks(3, log))
        {
            log.Add($"{tick} at {Time()}");
        }

        Assert.Equal(["0 at 1", "1 at 2", "2 at 3", "finally at 3"], log);
    });

    [Fact]
    public void TwoReaders_TakeTurns() => VirtualTime.Run(async () =>
    {
        List<string> log = [];

        await Gather(Read("a"), Read("b"));

        Assert.Equal(["a0", "b0", "a1", "finally at 2", "b1", "finally at 2"], log);

        async Coroutine Read(string name)
        {
            await foreach (int tick in Ticks(2, log))
            {
                log.Add($"{name}{tick}");
            }
        }
    });

    [Fact]
    public void BreakingOut_RunsItsFinally() => VirtualTime.Run(async () =>
    {
        List<string> log = [];

        await foreach (int tick in Ticks(10, log))
        {
            if (tick == 1)
            {
                break;
            }
        }

        Assert.Equal(["finally at 2"], log);
        Assert.Equal(2, Time());
    });

    [Fact]
    public void AnErrorInTheBody_RunsItsFinally() => VirtualTime.Run(async () =>
    {
        List<string> log = [];

        await Awaiting.Throws<ExpectedException>(Read());

        Assert.Equal(["finally at 1"], log);

        async Coroutine Read()
        {
            await foreach (int _ in Ticks(10, log))
            {
                throw new ExpectedException();
            }
        }
    });

    [Fact]
    public void AnErrorInTheIterator_ReachesTheReader() => VirtualTime.Run(async () =>
    {
        await Awaiting.Throws<ExpectedException>(Drain(Failing()));

        static async IAsyncEnumerable<int> Failing()
        {
            await Sleep(1);
            yield return 1;
            await Sleep(1);
            throw new ExpectedException();
        }
    });

    [Fact]
    public void CancelledWhileTheIteratorWaits_ItsFinallyRuns_AndMayWait() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        LoopTask reader = CreateTask(Drain(CleansUp()));
        await Sleep(1.5);

        reader.Cancel("enough");

        Assert.Equal("enough", (await Awaiting.Throws<CancelledException>(reader)).Reason?.Message);
        Assert.Equal(["item at 1", "cleaned up at 3.5"], log);

        async IAsyncEnumerable<int> CleansUp()
        {
            try
            {
                await Sleep(1);
                log.Add($"item at {Time()}");
                yield return 1;
                await Sleep(100);
            }
            finally
            {
                await Sleep(2);
                log.Add($"cleaned up at {Time()}");
            }
        }
    });

    [Fact]
    public void CancelledWhileTheBodyWaits_TheIteratorsFinallyRuns() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        LoopTask reader = CreateTask(Read());
        await Sleep(1.5);

        reader.Cancel();

        await Awaiting.Throws<CancelledException>(reader);
        Assert.Equal(["finally at 1.5"], log);

        async Coroutine Read()
        {
            await foreach (int _ in Ticks(10, log))
            {
                await Sleep(100);
            }
        }
    });

    [Fact]
    public void ATimeoutAroundTheReading_EndsIt() => VirtualTime.Run(async () =>
    {
        List<string> log = [];

        Assert.False(await MoveOnAfter(2.5, () => Drain(Ticks(10, log))));

        Assert.Equal(["finally at 2.5"], log);
        Assert.Equal(0, CurrentTask!.Cancelling);
    });

    [Fact]
    public void ATimeoutInsideTheIterator_IsItsOwn() => VirtualTime.Run(async () =>
    {
        List<int> items = [];

        await foreach (int item in Impatient())
        {
            items.Add(item);
        }

        Assert.Equal([0, 1, 2], items);
        Assert.Equal(3, Time());

        static async IAsyncEnumerable<int> Impatient()
        {
            for (int i = 0; i < 3; i++)
            {
                Assert.False(await MoveOnAfter(1, () => Sleep(100)));
                yield return i;
            }
        }
    });

    [Fact]
    public void ATokenForTheIterator_EndsIt_WithItsFinally() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(2.5), EventLoop.Running.TimeProvider);

        await Awaiting.Throws<TaskCanceledException>(Read());

        Assert.Equal(["0 at 1", "1 at 2", "finally at 2.5"], log);

        async Coroutine Read()
        {
            await foreach (int tick in Delays(EventLoop.Running.TimeProvider).WithCancellation(source.Token))
            {
                log.Add($"{tick} at {Time()}");
            }
        }

        async IAsyncEnumerable<int> Delays(TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            try
            {
                for (int i = 0; ; i++)
                {
                    await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken);
                    yield return i;
                }
            }
            finally
            {
                log.Add($"finally at {Time()}");
            }
        }
    });

    [Fact]
    public void AChannelOfOrdinaryCode_IsReadInACoroutine() => VirtualTime.Run(async () =>
    {
        // ReadAllAsync does not come back to the context it was called in: without this option the thread pool reads, and the virtual
        // clock does not wait for it.
        var channel = Channel.CreateBounded<int>(new BoundedChannelOptions(2) { AllowSynchronousContinuations = true });
        List<string> log = [];
        _ = CreateTask(Produce());

        await foreach (int item in channel.Reader.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            log.Add($"{item} at {Time()}");
            await Sleep(2);
        }

        Assert.Equal(["0 at 1", "1 at 3", "2 at 5", "3 at 7"], log);

        async Coroutine Produce()
        {
            for (int i = 0; i < 4; i++)
            {
                await Sleep(1);
                await channel.Writer.WriteAsync(i);
            }

            channel.Writer.Complete();
        }
    });

    [Fact]
    public void AChannelThatNobodyWritesTo_WithATokenOfTheLoopsClock_EndsInTime() => VirtualTime.Run(async () =>
    {
        var channel = Channel.CreateUnbounded<int>();
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(5), EventLoop.Running.TimeProvider);

        await Awaiting.Throws<OperationCanceledException>(Drain(channel.Reader.ReadAllAsync(source.Token)));

        Assert.Equal(5, Time());
    });

    [Fact]
    public void IteratorsInsideIterators_AreReadThrough() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        List<int> items = [];

        await foreach (int item in Doubled(Doubled(Ticks(3, log))))
        {
            items.Add(item);
        }

        Assert.Equal([0, 4, 8], items);
        Assert.Equal(["finally at 3"], log);

        static async IAsyncEnumerable<int> Doubled(IAsyncEnumerable<int> source)
        {
            await foreach (int item in source)
            {
                yield return item * 2;
            }
        }
    });

    [Fact]
    public void IteratorsInsideIterators_AreCancelledToTheInnermost() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        LoopTask reader = CreateTask(Drain(Logged("outer", Logged("inner", Ticks(10, log)))));
        await Sleep(2.5);

        reader.Cancel();

        await Awaiting.Throws<CancelledException>(reader);
        Assert.Equal(["finally at 2.5", "inner", "outer"], log);
        Assert.Equal(2.5, Time());

        async IAsyncEnumerable<int> Logged(string name, IAsyncEnumerable<int> source)
        {
            try
            {
                await foreach (int item in source)
                {
                    yield return item;
                }
            }
            finally
            {
                log.Add(name);
            }
        }
    });

    private static async IAsyncEnumerable<int> Ticks(int count, List<string> log)
    {
        try
        {
            for (int i = 0; i < count; i++)
            {
                await Sleep(1);
                yield return i;
            }
        }
        finally
        {
            log.Add($"finally at {Time()}");
        }
    }

    private static async Coroutine Drain<T>(IAsyncEnumerable<T> items)
    {
        await foreach (T _ in items)
        {
        }
    }
}
