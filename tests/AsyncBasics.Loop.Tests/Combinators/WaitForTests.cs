using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class WaitForTests
{
    [Fact]
    public void BeforeTheTimeIsUp_GivesTheResult() => VirtualTime.Run(async () =>
    {
        Assert.Equal("A", await WaitFor(Work("A", 1), 2));
        Assert.Equal("B", await WaitFor(CreateTask(Work("B", 1)), 2));
        await WaitFor(Sleep(1), 2);
        await WaitFor((Future)CreateTask(Sleep(1)), 2);
        var future = new Future<int>();
        EventLoop.Running.CallLater(TimeSpan.FromSeconds(1), () => future.SetResult(7));
        Assert.Equal(7, await WaitFor(future, 2));
        Assert.Equal(5, Time());
    });

    [Fact]
    public void ACoroutine_RunsInTheSameTask_WithoutYielding() => VirtualTime.Run(async () =>
    {
        LoopTask? seen = null;

        Assert.Equal(0, await Iterations.Of(() => WaitFor(Look(), 1)));

        Assert.Same(CurrentTask, seen);

        async Coroutine Look() => seen = CurrentTask;
    });

    [Fact]
    public void ATask_TakesTwoIterations() => VirtualTime.Run(async () =>
        Assert.Equal(2, await Iterations.Of(async () => await WaitFor(CreateTask(Work("A", -1)), 1))));

    [Fact]
    public void TheTimeIsUp_TheCoroutineIsCutOff() => VirtualTime.Run(async () =>
    {
        List<string> log = [];

        TimeoutException error = await Awaiting.Throws<TimeoutException>(WaitFor(LogCleanup(log, 0), 1));

        Assert.Equal(["cleaned up at 1"], log);
        Assert.IsType<CancelledException>(error.InnerException);
    });

    [Fact]
    public void TheTimeIsUp_TheTaskIsCancelled_AndItsCleanupWaitedFor() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        LoopTask task = CreateTask(LogCleanup(log, 3));

        await Awaiting.Throws<TimeoutException>(WaitFor(task, 1));

        Assert.True(task.Cancelled);
        Assert.Equal(["cleaned up at 4"], log);
        Assert.Equal(4, Time());
    });

    [Fact]
    public void TheTimeIsUp_AFutureIsCancelled() => VirtualTime.Run(async () =>
    {
        var future = new Future<int>();

        await Awaiting.Throws<TimeoutException>(Run(WaitFor(future, 1)));

        Assert.True(future.Cancelled);
    });

    [Fact]
    public void Null_IsNoLimit() => VirtualTime.Run(async () => Assert.Equal("A", await WaitFor(Work("A", 1e6), null)));

    [Fact]
    public void NaN_IsAnArgumentError() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(Sleep(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => { WaitFor(task, double.NaN); });
        await task;
    });

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    public void NoTimeAtAll_WhatHasEnded_GivesItsResult(double timeout) => VirtualTime.Run(async () =>
    {
        LoopTask<string> task = CreateTask(Work("A", 1));
        await task;
        var future = new Future<int>();
        future.SetResult(7);

        Assert.Equal("A", await WaitFor(task, timeout));
        Assert.Equal(7, await WaitFor(future, timeout));
        Assert.Equal(0, await Iterations.Of(async () => await WaitFor(task, timeout)));
    });

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    public void NoTimeAtAll_ACoroutine_NeverStarts(double timeout) => VirtualTime.Run(async () =>
    {
        bool started = false;

        await Awaiting.Throws<TimeoutException>(WaitFor(Start(), timeout));

        Assert.False(started);

        async Coroutine Start() => started = true;
    });

    [Fact]
    public void NoTimeAtAll_ACoroutine_TakesThreeIterations() => VirtualTime.Run(async () =>
        Assert.Equal(3, await Iterations.Of(async () => await Awaiting.Throws<TimeoutException>(WaitFor(Sleep(0), 0)))));

    [Fact]
    public void NoTimeAtAll_ATask_IsCancelled_AndItsCleanupWaitedFor() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        LoopTask task = CreateTask(LogCleanup(log, 3));
        await Sleep(1);

        TimeoutException error = await Awaiting.Throws<TimeoutException>(WaitFor(task, 0));

        Assert.IsType<CancelledException>(error.InnerException);
        Assert.Equal(["cleaned up at 4"], log);
    });

    [Fact]
    public void NoTimeAtAll_ATaskThatSwallowsItsCancellation_GivesItsResult() => VirtualTime.Run(async () =>
    {
        LoopTask<string> task = CreateTask(Swallow());
        await Sleep(0);

        Assert.Equal("swallowed", await WaitFor(task, 0));
    });

    [Fact]
    public void NoTimeAtAll_ATaskThatFailsInItsCleanup_GivesTheError() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(FailInCleanup());
        await Sleep(0);

        await Awaiting.Throws<ExpectedException>(WaitFor(task, 0));
    });

    [Fact]
    public void NoTimeAtAll_CancelledWhileItWaitsForTheCleanup_IsCancelled() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        LoopTask inner = CreateTask(LogCleanup(log, 3));
        LoopTask waiter = CreateTask(WaitFor(inner, 0));
        await Sleep(1);

        waiter.Cancel();

        await Awaiting.Throws<CancelledException>(waiter);
        Assert.Equal(1, Time());
        await Awaiting.Throws<CancelledException>(inner);
    });

    [Fact]
    public void NoTimeAtAll_IsColdLikeEveryCoroutine() => VirtualTime.Run(async () =>
    {
        bool started = false;
        Coroutine waitFor = WaitFor(Start(), 0);
        await Sleep(1);

        await Awaiting.Throws<TimeoutException>(waitFor);

        Assert.False(started);

        async Coroutine Start() => started = true;
    });

    [Fact]
    public void ATaskThatSwallowsItsCancellation_GivesItsResult() => VirtualTime.Run(async () =>
    {
        Assert.Equal("swallowed", await WaitFor(Swallow(), 1));
        Assert.Equal("swallowed", await WaitFor(CreateTask(Swallow()), 1));
        Assert.Equal(2, Time());
    });

    [Fact]
    public void AnErrorInTheCleanup_GoesFirst() => VirtualTime.Run(async () =>
    {
        await Awaiting.Throws<ExpectedException>(WaitFor(FailInCleanup(), 1));
        await Awaiting.Throws<ExpectedException>(WaitFor(CreateTask(FailInCleanup()), 1));
    });

    [Theory]
    [InlineData(null)]
    [InlineData(60.0)]
    public void TheWaiterIsCancelled_TheTaskToo(double? timeout) => VirtualTime.Run(async () =>
    {
        LoopTask inner = CreateTask(Sleep(100));
        LoopTask waiter = CreateTask(WaitFor(inner, timeout));
        EventLoop.Running.CallSoon(() => waiter.Cancel());

        await Awaiting.Throws<CancelledException>(waiter);

        Assert.True(inner.Cancelled);
    });

    [Fact]
    public void TheWaiterIsCancelled_InTheIterationInWhichTheTaskEnds_IsCancelled() => VirtualTime.Run(async () =>
    {
        // CPython's issue 86296: the waiter must not go on as if nothing had been asked.
        bool reachedEnd = false;
        LoopTask<string> inner = CreateTask(Work("A", -1));
        LoopTask waiter = CreateTask(Wait());
        await Sleep(0);

        waiter.Cancel();

        await Awaiting.Throws<CancelledException>(waiter);
        Assert.Equal("A", inner.Result);
        Assert.False(reachedEnd);

        async Coroutine Wait()
        {
            await WaitFor(inner, 100);
            await Sleep(1);
            reachedEnd = true;
        }
    });

    [Fact]
    public void AResultInTheIterationOfTheDeadline_WhenItWasSetFirst_IsGiven() => VirtualTime.Run(async () =>
    {
        var future = new Future<string>();
        EventLoop.Running.CallAt(TimeSpan.FromSeconds(1), () => future.SetResult("in time"));

        // The awaiter has not gone on yet when the deadline's turn comes, and so loses the result: as in CPython 3.12 and later.
        await Awaiting.Throws<TimeoutException>(Run(WaitFor(future, 1)));
        Assert.Equal("in time", future.Result);
    });

    [Fact]
    public void OfAShield_TheTaskOutlivesTheTimeout() => VirtualTime.Run(async () =>
    {
        LoopTask<string> inner = CreateTask(Work("A", 3));

        await Awaiting.Throws<TimeoutException>(Run(WaitFor(Shield(inner), 1)));

        Assert.False(inner.Done);
        Assert.Equal("A", await inner);
    });

    [Fact]
    public void OfAShield_NoTimeAtAll_TheTaskOutlivesIt() => VirtualTime.Run(async () =>
    {
        LoopTask<string> inner = CreateTask(Work("A", 3));
        await Sleep(0);

        await Awaiting.Throws<TimeoutException>(Run(WaitFor(Shield(inner), 0)));

        Assert.Equal("A", await inner);
    });

    [Fact]
    public void AnErrorOfTheCoroutine_Passes() => VirtualTime.Run(async () =>
    {
        await Awaiting.Throws<ExpectedException>(WaitFor(Fail(), 1));
        await Awaiting.Throws<ExpectedException>(WaitFor(CreateTask(Fail()), null));
    });

    [Fact]
    public void WithoutATask_IsAnArgumentError()
    {
        Assert.Throws<ArgumentNullException>(() => { WaitFor((LoopTask<int>)null!, 1); });
        Assert.Throws<ArgumentNullException>(() => { WaitFor((Future<int>)null!, 1); });
        Assert.Throws<ArgumentNullException>(() => { WaitFor((Future)null!, 1); });
    }

    private static async Coroutine<string> Work(string name, double seconds)
    {
        if (seconds >= 0)
        {
            await Sleep(seconds);
        }

        return name;
    }

    private static async Coroutine Fail()
    {
        await Sleep(0);
        throw new ExpectedException();
    }

    private static async Coroutine<string> Swallow()
    {
        try
        {
            await Sleep(100);
            return "slept";
        }
        catch (OperationCanceledException)
        {
            return "swallowed";
        }
    }

    private static async Coroutine FailInCleanup()
    {
        try
        {
            await Sleep(100);
        }
        catch (OperationCanceledException)
        {
            throw new ExpectedException();
        }
    }

    private static async Coroutine LogCleanup(List<string> log, double seconds)
    {
        try
        {
            await Sleep(100);
        }
        finally
        {
            if (seconds > 0)
            {
                await Sleep(seconds);
            }

            log.Add($"cleaned up at {Time()}");
        }
    }

    private static async Coroutine Run<T>(Coroutine<T> coroutine) => await coroutine;
}
