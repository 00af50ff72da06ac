using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>An exception keeps the stack trace of the place where it was thrown, wherever it is awaited.</summary>
public sealed class StackTraceTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AfterSeveralNestedAwaits(bool suspends) => VirtualTime.Run(async () =>
    {
        ExpectedException error = await Awaiting.Throws<ExpectedException>(Outer(suspends));

        AssertOnce(error, nameof(ThrowsHere));
        Assert.Contains(nameof(Middle), error.StackTrace, StringComparison.Ordinal);
        Assert.Contains(nameof(Outer), error.StackTrace, StringComparison.Ordinal);
    });

    [Fact]
    public void OfATask_AwaitedFromTwoPlaces() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(Middle(suspends: true));
        ExpectedException first = await Awaiting.Throws<ExpectedException>(AwaitsFirst(task));
        string? firstTrace = first.StackTrace;
        ExpectedException second = await Awaiting.Throws<ExpectedException>(AwaitsSecond(task));

        Assert.Same(first, second);
        Assert.Contains(nameof(AwaitsFirst), firstTrace, StringComparison.Ordinal);
        AssertOnce(second, nameof(ThrowsHere));
        Assert.Contains(nameof(AwaitsSecond), second.StackTrace, StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(AwaitsFirst), second.StackTrace, StringComparison.Ordinal);
    });

    [Fact]
    public void ThroughGather() => VirtualTime.Run(async () =>
    {
        ExpectedException error = await Awaiting.Throws<ExpectedException>(Gather(Outer(suspends: true), Sleep(1)));

        AssertOnce(error, nameof(ThrowsHere));
    });

    [Fact]
    public void ThroughResultAndOutcome() => VirtualTime.Run(async () =>
    {
        async Coroutine<int> Fails()
        {
            await Outer(suspends: true);
            return 1;
        }

        LoopTask<int> task = CreateTask(Fails());
        await Wait([task]);
        AssertOnce(Assert.Throws<ExpectedException>(() => task.Result), nameof(ThrowsHere));
        Outcome<int>[] outcomes = await GatherOutcomes([task]);
        AssertOnce(Assert.Throws<ExpectedException>(() => outcomes[0].Value), nameof(ThrowsHere));
    });

    [Fact]
    public void OutOfRun()
    {
        ExpectedException error = Assert.Throws<ExpectedException>(() => Run(Outer(suspends: true)));

        AssertOnce(error, nameof(ThrowsHere));
    }

    [Fact]
    public void ThroughNativeCode() => VirtualTime.Run(async () =>
    {
        async Task Native() => await Outer(suspends: true);
        async Coroutine Ours() => await Native();
        ExpectedException error = await Awaiting.Throws<ExpectedException>(Ours());

        AssertOnce(error, nameof(ThrowsHere));
    });

    [Fact]
    public void OfAFuture_ItIsThePlaceWhereItWasThrownBefore() => VirtualTime.Run(async () =>
    {
        var future = new Future<int>();
        try
        {
            ThrowsAtOnce();
        }
        catch (ExpectedException e)
        {
            future.SetException(e);
        }

        ExpectedException error = await Awaiting.Throws<ExpectedException>(future);
        Assert.Contains(nameof(ThrowsAtOnce), error.StackTrace, StringComparison.Ordinal);
    });

    [Fact]
    public void OfACancellation_ItIsThePlaceOfTheWait() => VirtualTime.Run(async () =>
    {
        string? trace = null;
        async Coroutine WaitsHere()
        {
            try
            {
                await Sleep(100);
            }
            catch (CancelledException e)
            {
                trace = e.StackTrace;
                throw;
            }
        }

        LoopTask task = CreateTask(WaitsHere());
        await Sleep(1);
        task.Cancel();
        await Wait([task]);
        Assert.Contains(nameof(WaitsHere), trace, StringComparison.Ordinal);
    });

    private static async Coroutine Outer(bool suspends) => await Middle(suspends);

    private static async Coroutine Middle(bool suspends) => await ThrowsHere(suspends);

    private static async Coroutine ThrowsHere(bool suspends)
    {
        if (suspends)
        {
            await Sleep(1);
        }

        throw new ExpectedException();
    }

    private static void ThrowsAtOnce() => throw new ExpectedException();

    private static async Coroutine AwaitsFirst(LoopTask task) => await task;

    private static async Coroutine AwaitsSecond(LoopTask task) => await task;

    private static void AssertOnce(Exception error, string method) =>
        Assert.Single(error.StackTrace!.Split('\n'), line => line.Contains(method, StringComparison.Ordinal));
}
