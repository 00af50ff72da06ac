using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>A stream of the loop's, read by ordinary async code that sees an <see cref="IAsyncEnumerable{T}"/>.</summary>
public sealed class NativeReaderTests
{
    [Fact]
    public void AwaitForeach_ReadsAll() => VirtualTime.RunNative(async () =>
    {
        List<string> log = [];

        await foreach (LoopTask<string> task in Native(Work("A", 2), Work("B", 1)))
        {
            log.Add($"{await task} at {Time()}");
        }

        Assert.Equal(["B at 1", "A at 2"], log);
    });

    [Fact]
    public void Linq_ReadsAll() => VirtualTime.RunNative(async () =>
    {
        string[] names = await Native(Work("A", 3), Work("B", 1), Work("C", 2))
            .Where(task => task.Result != "C")
            .Select(task => task.Result)
            .ToArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["B", "A"], names);
    });

    [Fact]
    public void InsideACoroutine_ThroughAnOrdinaryMethod_ReadsAll() => VirtualTime.Run(async () =>
    {
        Assert.Equal(2, await Count());
        Assert.Equal(2, Time());

        static async Task<int> Count()
        {
            int count = 0;
            await foreach (LoopTask<string> _ in Native(Work("A", 2), Work("B", 1)))
            {
                count++;
            }

            return count;
        }
    });

    [Fact]
    public void BreakingOut_LetsGo() => VirtualTime.RunNative(async () =>
    {
        await foreach (LoopTask<string> task in Native(Work("A", 1), Work("B", 2)))
        {
            Assert.Equal("A", task.Result);
            break;
        }

        Assert.Equal(1, Time());
    });

    [Fact]
    public void ATokenCancelledBefore_EndsTheReading() => VirtualTime.RunNative(async () =>
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => Read(Native(Work("A", 1)), source.Token));

        Assert.Equal(0, Time());
    });

    [Fact]
    public void ATokenCancelledBetweenItems_EndsTheReading() => VirtualTime.RunNative(async () =>
    {
        using var source = new CancellationTokenSource();
        List<string> log = [];

        await Assert.ThrowsAsync<OperationCanceledException>(async () =>
        {
            await foreach (LoopTask<string> task in Native(Work("A", 1), Work("B", 2)).WithCancellation(source.Token))
            {
                log.Add(task.Result);
                await source.CancelAsync();
            }
        });

        Assert.Equal(["A"], log);
        Assert.Equal(1, Time());
    });

    [Fact]
    public void ATokenCancelledWhileItWaits_EndsTheWait() => VirtualTime.RunNative(async () =>
    {
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(3), EventLoop.Running.TimeProvider);

        OperationCanceledException cancellation = await Assert.ThrowsAsync<OperationCanceledException>(
            () => Read(Native(Work("A", 1), Work("B", 10)), source.Token));

        Assert.Equal(source.Token, cancellation.CancellationToken);
        Assert.Equal(3, Time());
    });

    [Fact]
    public void ATokenCancelledWhileItWaits_InsideACoroutine_EndsTheWait_AndTheCoroutineGoesOn() => VirtualTime.Run(async () =>
    {
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(3), EventLoop.Running.TimeProvider);
        bool cancelled = false;
        try
        {
            await Read(Native(Work("A", 1), Work("B", 10)), source.Token);
        }
        catch (OperationCanceledException)
        {
            cancelled = true;
        }

        Assert.True(cancelled);
        Assert.Equal(3, Time());
        Assert.Equal(0, CurrentTask!.Cancelling);
        await Sleep(1);
    });

    [Fact]
    public void ATokenThatIsNeverCancelled_ChangesNothing() => VirtualTime.RunNative(async () =>
    {
        using var source = new CancellationTokenSource();

        await Read(Native(Work("A", 1), Work("B", 2)), source.Token);

        Assert.Equal(2, Time());
    });

    [Fact]
    public void TheCoroutineIsCancelled_WhileAnOrdinaryMethodReadsForIt_EndsTheWait() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        LoopTask task = CreateTask(Outer());
        await Sleep(1);

        task.Cancel();

        await Awaiting.Throws<CancelledException>(task);
        Assert.Equal(["finally at 1"], log);

        async Coroutine Outer() => await Inner();

        async Task Inner()
        {
            try
            {
                await Read(Native(Work("A", 10)), default);
            }
            finally
            {
                log.Add($"finally at {Time()}");
            }
        }
    });

    internal static IAsyncEnumerable<LoopTask<string>> Native(params IEnumerable<Coroutine<string>> coroutines) =>
        AsCompleted(coroutines);

    private static async Task Read<T>(IAsyncEnumerable<T> items, CancellationToken cancellationToken)
    {
        await foreach (T _ in items.WithCancellation(cancellationToken))
        {
        }
    }

    private static async Coroutine<string> Work(string name, double seconds)
    {
        await Sleep(seconds);
        return name;
    }
}
