using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class CancellationInCyclesTests
{
    [Fact]
    public void TasksThatAwaitEachOther_CanBeCancelled() => VirtualTime.Run(async () =>
    {
        // CPython 3.13 ends this in a RecursionError.
        LoopTask b = null!;
        async Coroutine AwaitB() => await b;
        LoopTask a = CreateTask(AwaitB());
        async Coroutine AwaitA() => await a;
        b = CreateTask(AwaitA());
        await Sleep(1);
        a.Cancel();
        await Wait([a, b]);

        Assert.True(a.Cancelled);
        Assert.True(b.Cancelled);
    });

    [Fact]
    public void ATaskThatAwaitsAGatherOfItself_CanBeCancelled() => VirtualTime.Run(async () =>
    {
        LoopTask task = null!;
        Future gather = null!;
        async Coroutine Main() => await (gather = Gather(task));
        task = CreateTask(Main());
        await Sleep(1);
        task.Cancel();
        await Wait([task]);
        await Sleep(0);

        Assert.True(task.Cancelled);
        Assert.IsType<CancelledException>(gather.Exception);
    });

    [Fact]
    public void AChainOf100_000Tasks_CanBeCancelled() => VirtualTime.Run(async () =>
    {
        async Coroutine Await(Future future) => await future;
        LoopTask leaf = CreateTask(Sleep(100));
        LoopTask task = leaf;
        for (int i = 0; i < 100_000; i++)
        {
            task = CreateTask(Await(task));
        }

        await Sleep(1);
        task.Cancel();
        await Awaiting.Throws<CancelledException>(task);
        Assert.True(leaf.Cancelled);
        Assert.Equal(1, Time());
    });

    [Fact]
    public void SelfAwait_IsAnErrorInTheTask() => VirtualTime.Run(async () =>
    {
        LoopTask task = null!;
        async Coroutine Main() => await task;
        task = CreateTask(Main(), "me");
        InvalidOperationException error = await Awaiting.Throws<InvalidOperationException>(task);

        Assert.Equal("Task cannot await on itself: <Task pending name='me' coro=<Main>>", error.Message);
    });

    [Fact]
    public void SelfAwait_OfATaskThatIsToBeCancelled_IsTheCancellation() => VirtualTime.Run(async () =>
    {
        // CPython 3.13: the cancellation goes before the RuntimeError.
        LoopTask task = null!;
        async Coroutine Main()
        {
            task.Cancel("first");
            await task;
        }

        task = CreateTask(Main());
        CancelledException error = await Awaiting.Throws<CancelledException>(task);

        Assert.Equal("first", error.Reason!.Message);
    });

    [Fact]
    public void GathersInsideEachOther_TooDeepForTheStack_CanBeCancelled() => VirtualTime.Run(async () =>
    {
        // CPython 3.13 ends this in a RecursionError.
        Future<int> leaf = new();
        Future gather = Gather([leaf]);
        for (int i = 0; i < 300_000; i++)
        {
            gather = Gather([gather]);
        }

        Assert.True(gather.Cancel());
        await Awaiting.Throws<CancelledException>(gather);
        Assert.True(leaf.Cancelled);
    });
}
