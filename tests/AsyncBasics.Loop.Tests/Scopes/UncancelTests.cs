using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>Counting requests for cancellation, and taking them back (<c>Task.cancelling</c>, <c>Task.uncancel</c>).</summary>
public sealed class UncancelTests
{
    [Fact]
    public void Cancelling_CountsTheRequests_AndUncancelTakesOneBack() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(Sleep(10));
        await Sleep(0);
        Assert.Equal(0, task.Cancelling);

        Assert.True(task.Cancel());
        Assert.True(task.Cancel());
        Assert.Equal(2, task.Cancelling);
        Assert.Equal(1, task.Uncancel());
        Assert.Equal(0, task.Uncancel());
        Assert.Equal(0, task.Uncancel());

        await Awaiting.Throws<CancelledException>(task);
    });

    [Fact]
    public void AfterTheRequestHasReachedWhatTheTaskWaitsFor_IsTooLate() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(Sleep(10));
        await Sleep(0);

        task.Cancel();
        task.Uncancel();

        await Awaiting.Throws<CancelledException>(task);
    });

    [Fact]
    public void ARequestAfterIt_CountsAnew() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(SwallowTwice());
        await Sleep(1);
        task.Cancel("first");
        await Sleep(1);
        task.Cancel("second");

        await task;

        Assert.Equal(2, Time());

        static async Coroutine SwallowTwice()
        {
            foreach (string reason in (string[])["first", "second"])
            {
                CancelledException cancellation = await Awaiting.Throws<CancelledException>(Sleep(10));
                Assert.Equal(reason, cancellation.Reason?.Message);
                Assert.Equal(0, CurrentTask!.Uncancel());
            }
        }
    });

    [Fact]
    public void InAStructuredBlock_TheTaskGoesOnAsIfNothingHadBeen() => VirtualTime.Run(async () =>
    {
        // What CPython's documentation asks of a block that ends a cancellation: uncancel what it has asked for itself.
        LoopTask<string> task = CreateTask(Body());

        Assert.Equal("went on", await task);
        Assert.Equal(0, task.Cancelling);

        static async Coroutine<string> Body()
        {
            LoopTask me = CurrentTask!;
            EventLoop.Running.CallLater(TimeSpan.FromSeconds(1), () => me.Cancel());
            try
            {
                await Sleep(10);
            }
            catch (OperationCanceledException)
            {
                me.Uncancel();
            }

            await Timeout(1, () => Sleep(0.5));
            await TaskGroup.Run(async group => { _ = group.CreateTask(Sleep(0.5)); });
            return "went on";
        }
    });

    [Fact]
    public void ACancellationFromOutside_IsTheOnlyOneLeft_AfterATimeoutInItsCleanup() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(Body());
        await Sleep(1);
        task.Cancel();

        await Awaiting.Throws<CancelledException>(task);
        Assert.Equal(1, task.Cancelling);

        static async Coroutine Body()
        {
            try
            {
                await Sleep(10);
            }
            finally
            {
                Assert.False(await MoveOnAfter(1, () => Sleep(10)));
            }
        }
    });
}
