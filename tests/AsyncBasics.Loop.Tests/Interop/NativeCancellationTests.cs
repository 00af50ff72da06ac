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

    private static async Coroutine Await(Func<Task> native) => await native();

    private static async Task SleepNatively(double seconds) => await Sleep(seconds);
}
