using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>How a cancellation finds its way through ordinary async code that a coroutine waits for.</summary>
public sealed class NativeCancellationTests
{
    [Fact]
    public void ThroughSeveralMethods_UnwindsThemAll() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        LoopTask task = CreateTask(Await(() => Outer()));
        await Sleep(1);

        task.Cancel("enough");

        CancelledException cancellation = await Awaiting.Throws<CancelledException>(task);
        Assert.Equal("enough", cancellation.Reason?.Message);
        Assert.Equal(["inner at 1", "outer at 1"], log);

        async Task Outer()
        {
            try
            {
                await Inner();
            }
            finally
            {
                log.Add($"outer at {Time()}");
            }
        }

        async Task Inner()
        {
            try
            {
                await Sleep(10);
            }
            finally
            {
                log.Add($"inner at {Time()}");
            }
        }
    });

    [Fact]
    public void AfterTheCodeHasTakenTurnsOfItsOwn_StillFindsItsLeaf() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(Await(async () =>
        {
            await Task.Yield();
            await Task.Delay(TimeSpan.FromSeconds(1), EventLoop.Running.TimeProvider);
            await Sleep(1);
            await Task.Yield();
            await Sleep(100);
        }));
        await Sleep(5);

        task.Cancel();

        await Awaiting.Throws<CancelledException>(task);
        Assert.Equal(5, Time());
    });

    [Fact]
    public void TheCodeSwallowsIt_TheTaskGoesOn() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(Await(async () =>
        {
            try
            {
                await Sleep(100);
            }
            catch (OperationCanceledException)
            {
            }

            await Sleep(1);
        }));
        await Sleep(1);

        task.Cancel();

        await task;
        Assert.Equal(2, Time());
        Assert.Equal(1, task.Cancelling);
    });

    [Fact]
    public void TheCodeCleansUp_AndTheCleanupMayWait() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        LoopTask task = CreateTask(Outer());
        await Sleep(1);

        task.Cancel();

        await Awaiting.Throws<CancelledException>(task);
        Assert.Equal(["inner at 3", "outer at 4"], log);

        async Coroutine Outer()
        {
            try
            {
                await Inner();
            }
            finally
            {
                await Sleep(1);
                log.Add($"outer at {Time()}");
            }
        }

        async Task Inner()
        {
            try
            {
                await Sleep(100);
            }
            finally
            {
                await Sleep(2);
                log.Add($"inner at {Time()}");
            }
        }
    });

    [Fact]
    public void WhileTheCodeWaitsForATimer_ItIsToldAtItsNextWaitForSomethingOfTheLoops() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        LoopTask task = CreateTask(Await(async () =>
        {
            await Task.Delay(TimeSpan.FromSeconds(5), EventLoop.Running.TimeProvider);
            log.Add($"delay ended at {Time()}");
            await Sleep(100);
            log.Add("not here");
        }));
        await Sleep(1);

        task.Cancel();

        await Awaiting.Throws<CancelledException>(task);
        Assert.Equal(["delay ended at 5"], log);
        Assert.Equal(5, Time());
    });

    [Fact]
    public void WhileTheCodeWaitsForATimer_TheNextOrdinaryCodeIsTold() => VirtualTime.Run(async () =>
    {
        TimeProvider time = EventLoop.Running.TimeProvider;
        LoopTask task = CreateTask(Body());
        await Sleep(1);

        task.Cancel();

        await Awaiting.Throws<CancelledException>(task);
        Assert.Equal(5, Time());

        async Coroutine Body()
        {
            await Task.Delay(TimeSpan.FromSeconds(5), time);
            await SleepNatively(100);
        }
    });

    [Fact]
    public void ByItself_BeforeItWaitsForOrdinaryCode_ThatCodeIsTold() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(Body());

        await Awaiting.Throws<CancelledException>(task);

        Assert.Equal(0, Time());

        static async Coroutine Body()
        {
            CurrentTask!.Cancel();
            await SleepNatively(100);
        }
    });

    [Fact]
    public void Twice_InOneStep_IsOneCancellation() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        var future = new Future<int>();
        LoopTask task = CreateTask(Body());
        await Sleep(1);

        task.Cancel();
        task.Cancel();

        await Awaiting.Throws<CancelledException>(task);
        Assert.Equal(["cleaned up at 2"], log);

        async Coroutine Body()
        {
            try
            {
                await AwaitNatively();
            }
            finally
            {
                await Sleep(1);
                log.Add($"cleaned up at {Time()}");
            }
        }

        async Task AwaitNatively() => await future;
    });

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
    public void WhatTheCodeWaitedForIsReady_TheValueIsNotLost_ButTheTaskIsTold() => VirtualTime.Run(async () =>
    {
        var future = new Future<int>();
        List<string> log = [];
        LoopTask task = CreateTask(Body());
        await Sleep(1);

        future.SetResult(7);
        task.Cancel();

        await Awaiting.Throws<CancelledException>(task);
        Assert.Equal(["7"], log);

        async Coroutine Body()
        {
            log.Add($"{await AwaitNatively()}");
            await Sleep(1);
        }

        async Task<int> AwaitNatively() => await future;
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
