using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class GatherCancellationTests
{
    [Fact]
    public void ACancelledChild_IsAnErrorOfKindCancelled() => VirtualTime.Run(async () =>
    {
        LoopTask<string> child = CreateTask(Work("A", 5));
        LoopTask<string> sibling = CreateTask(Work("B", 2));
        Future<string[]> gather = Gather(child, sibling);
        await Sleep(1);
        child.Cancel("enough");

        CancelledException error = await Awaiting.Throws<CancelledException>(gather);

        // CPython 3.13: gather.cancelled() is false, and gather.exception() is a CancelledError('enough').
        Assert.Equal("enough", error.Reason!.Message);
        Assert.False(gather.Cancelled);
        Assert.IsType<CancelledException>(gather.Exception);
        Assert.Equal(1, Time());
        Assert.Equal("B", await sibling);
    });

    [Fact]
    public void Cancel_CancelsAllChildren_AndReachesTheAwaiterWithTheFirstThatHasEnded() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        async Coroutine<int> CleansUp(string name, double seconds)
        {
            try
            {
                await Sleep(100);
            }
            finally
            {
                await Sleep(seconds);
                log.Add($"{name} cleaned up at {Time()}");
            }

            return 0;
        }

        Future<int[]> gather = Gather(CleansUp("A", 2), CleansUp("B", 1));
        await Sleep(1);
        Assert.True(gather.Cancel());
        Assert.False(gather.Done);
        await Awaiting.Throws<CancelledException>(gather);

        // The first child that ends cancelled is the gather's first error; CPython 3.13 likewise.
        Assert.Equal(["B cleaned up at 2"], log);
        await Sleep(5);
        Assert.Equal(["B cleaned up at 2", "A cleaned up at 3"], log);
    });

    [Fact]
    public void Cancel_OfTheFormThatReturnsExceptions_ReachesTheAwaiterAfterAllHaveEnded() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        async Coroutine<int> CleansUp(string name, double seconds)
        {
            try
            {
                await Sleep(100);
            }
            finally
            {
                await Sleep(seconds);
                log.Add(name);
            }

            return 0;
        }

        Future<Outcome<int>[]> gather = GatherOutcomes(CleansUp("A", 2), CleansUp("B", 1));
        await Sleep(1);
        gather.Cancel();
        await Awaiting.Throws<CancelledException>(gather);

        Assert.Equal(["B", "A"], log);
        Assert.Equal(3, Time());
    });

    [Fact]
    public void Cancel_OfChildrenThatSwallowIt_StillCancels() => VirtualTime.Run(async () =>
    {
        async Coroutine<int> Stubborn()
        {
            try
            {
                await Sleep(100);
            }
            catch (CancelledException)
            {
            }

            return 1;
        }

        Future<int[]> gather = Gather(Stubborn(), Stubborn());
        await Sleep(1);
        gather.Cancel();

        await Awaiting.Throws<CancelledException>(gather);
    });

    [Fact]
    public void Cancel_WhenAllChildrenHaveEnded_SaysNo() => VirtualTime.Run(async () =>
    {
        // The children have ended, the gather is told so only in the next iteration. CPython 3.13: cancel() returns False then.
        Future<int> child = new();
        Future<int[]> gather = Gather([child]);
        child.SetResult(1);

        Assert.False(gather.Cancel());
        int[] results = await gather;
        Assert.Equal([1], results);
    });

    [Fact]
    public void CancellingTheAwaiter_CancelsTheChildren() => VirtualTime.Run(async () =>
    {
        LoopTask<string> child = CreateTask(Work("A", 100));
        async Coroutine<string[]> Awaiter() => await Gather(child);
        LoopTask<string[]> awaiter = CreateTask(Awaiter());
        await Sleep(1);
        awaiter.Cancel();
        await Wait([awaiter]);

        Assert.True(child.Cancelled);
        Assert.True(awaiter.Cancelled);
    });

    private static async Coroutine<string> Work(string name, double seconds)
    {
        await Sleep(seconds);
        return name;
    }
}
