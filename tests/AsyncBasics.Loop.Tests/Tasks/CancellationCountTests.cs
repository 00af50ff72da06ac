using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class CancellationCountTests
{
    [Fact]
    public void Cancel_AddsOneToTheCount_AndUncancelTakesOneAway() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(Sleep(10));
        Assert.Equal(0, task.Cancelling);
        Assert.True(task.Cancel());
        Assert.True(task.Cancel());
        Assert.Equal(2, task.Cancelling);
        Assert.Equal(1, task.Uncancel());
        Assert.Equal(0, task.Uncancel());
        Assert.Equal(0, task.Uncancel());
        Assert.Equal(0, task.Cancelling);
        await task;
    });

    [Fact]
    public void Cancel_BeforeTheFirstStep_AndUncancel_TheBodyRuns() => VirtualTime.Run(async () =>
    {
        bool ran = false;
        async Coroutine Body() => ran = true;
        LoopTask task = CreateTask(Body());
        task.Cancel();
        task.Uncancel();
        await task;

        Assert.True(ran);
    });

    [Fact]
    public void Uncancel_ThatReachesZero_ClearsTheFlag() => VirtualTime.Run(async () =>
    {
        // CPython since 3.13; 3.11 throws at the next wait all the same.
        async Coroutine<string> Main()
        {
            CurrentTask!.Cancel();
            CurrentTask.Uncancel();
            await Sleep(0);
            return "survived";
        }

        Assert.Equal("survived", await CreateTask(Main()));
    });

    [Fact]
    public void Uncancel_ThatDoesNotReachZero_LeavesTheFlag() => VirtualTime.Run(async () =>
    {
        async Coroutine Main()
        {
            CurrentTask!.Cancel();
            CurrentTask.Cancel();
            CurrentTask.Uncancel();
            await Sleep(0);
        }

        await Awaiting.Throws<CancelledException>(CreateTask(Main()));
    });

    [Fact]
    public void Cancel_TwiceBeforeItIsThrown_IsThrownOnce() => VirtualTime.Run(async () =>
    {
        // CPython 3.13 likewise: the second request meets a wait that is cancelled already.
        int thrown = 0;
        async Coroutine<int> Main()
        {
            try
            {
                await Sleep(10);
            }
            catch (CancelledException)
            {
                thrown++;
            }

            await Sleep(0);
            return thrown;
        }

        LoopTask<int> task = CreateTask(Main());
        await Sleep(0);
        task.Cancel("first");
        task.Cancel("second");

        Assert.Equal(1, await task);
        Assert.Equal(2, task.Cancelling);
    });

    [Fact]
    public void Uncancel_AfterTheEnd_LeavesTheReason() => VirtualTime.Run(async () =>
    {
        async Coroutine Main()
        {
            CurrentTask!.Cancel("me");
            throw new CancelledException("another");
        }

        LoopTask task = CreateTask(Main());
        await Wait([task]);
        task.Uncancel();

        Assert.Equal("another", task.CancelReason!.Message);
    });

    [Fact]
    public void Cancelling_CountsAsFarAsAnybodyAsks() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(Sleep(1));
        for (int i = 0; i < 70_000; i++)
        {
            task.Cancel();
        }

        Assert.Equal(70_000, task.Cancelling);
        for (int i = 0; i < 69_999; i++)
        {
            task.Uncancel();
        }

        Assert.Equal(1, task.Cancelling);
        Assert.Equal(0, task.Uncancel());
        await task;
    });
}
