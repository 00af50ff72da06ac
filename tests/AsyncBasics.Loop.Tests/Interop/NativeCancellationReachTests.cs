using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>How a cancellation finds its way through ordinary async code that a coroutine waits for.</summary>
public sealed class NativeCancellationReachTests
{
    [Fact]
    public void WhenAll_AllOfThemAreCancelled_TheLastFirst() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        LoopTask task = CreateTask(Body());
        await Sleep(1);

        task.Cancel();

        await Awaiting.Throws<CancelledException>(task);
        Assert.Equal(["c at 1", "b at 1", "a at 1", "cleaned up at 2"], log);

        async Coroutine Body()
        {
            try
            {
                await Task.WhenAll(Logged("a", 10), Logged("b", 20), Logged("c", 30));
            }
            finally
            {
                await Sleep(1);
                log.Add($"cleaned up at {Time()}");
            }
        }

        async Task Logged(string name, double seconds)
        {
            try
            {
                await Sleep(seconds);
            }
            finally
            {
                log.Add($"{name} at {Time()}");
            }
        }
    });

    [Fact]
    public void WhenAll_InATimeout_EndsInTime() => VirtualTime.Run(async () =>
    {
        await Awaiting.Throws<TimeoutException>(Timeout(1, async () => await Task.WhenAll(SleepNatively(10), SleepNatively(20))));

        Assert.Equal(1, Time());
        Assert.Equal(0, CurrentTask!.Cancelling);
        await Sleep(1);
    });

    [Fact]
    public void CodeThatRunsInTheBackground_IsLeftAlone_WhenWhatIsAwaitedBeganLater() => VirtualTime.Run(async () =>
    {
        Task? background = null;
        LoopTask task = CreateTask(Body());
        await Sleep(1);

        task.Cancel();

        await Awaiting.Throws<CancelledException>(task);
        await background!;
        Assert.Equal(10, Time());

        async Coroutine Body()
        {
            background = SleepNatively(10);
            await SleepNatively(100);
        }
    });

    [Fact]
    public void TheCodeThatWasToldIsNotTheOneAwaited_TheTaskIsToldAtItsNextWait() => VirtualTime.Run(async () =>
    {
        // Nothing tells the loop which of the two the task waits for; but the request must not be lost.
        var promise = new TaskCompletionSource();
        LoopTask task = CreateTask(Body());
        await Sleep(1);
        task.Cancel("enough");
        await Sleep(1);
        Assert.False(task.Done);

        promise.SetResult();

        Assert.Equal("enough", (await Awaiting.Throws<CancelledException>(task)).Reason?.Message);
        Assert.Equal(2, Time());

        async Coroutine Body()
        {
            _ = SleepNatively(100);
            await promise.Task;
            await Sleep(100);
        }
    });

    [Fact]
    public void AnEagerTaskInBetween_DoesNotHideWhatTheCodeWaitsFor() => VirtualTime.Run(async () =>
    {
        LoopTask? eager = null;
        LoopTask task = CreateTask(Body());
        await Sleep(1);

        task.Cancel();

        await Awaiting.Throws<CancelledException>(task);
        Assert.Equal(1, Time());
        await eager!;

        async Coroutine Body()
        {
            Task native = SleepNatively(100);
            eager = CreateTask(Sleep(2), eager: true);
            await native;
        }
    });

    [Fact]
    public void ATaskThatTheCodeAwaits_IsCancelled() => VirtualTime.Run(async () =>
    {
        LoopTask inner = CreateTask(Sleep(100));
        LoopTask task = CreateTask(Await(async () => await inner));
        await Sleep(1);

        task.Cancel();

        await Awaiting.Throws<CancelledException>(task);
        Assert.True(inner.Cancelled);
    });

    [Fact]
    public void ATaskThatTheCodeAwaitsByWayOfAShield_IsNot() => VirtualTime.Run(async () =>
    {
        LoopTask inner = CreateTask(Sleep(10));
        LoopTask task = CreateTask(Await(async () => await Shield(inner)));
        await Sleep(1);

        task.Cancel();

        await Awaiting.Throws<CancelledException>(task);
        Assert.Equal(1, Time());
        await inner;
    });

    private static async Coroutine Await(Func<Task> native) => await native();

    private static async Task SleepNatively(double seconds) => await Sleep(seconds);
}
