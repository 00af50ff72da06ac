using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class CancellationTests
{
    [Fact]
    public void Cancel_WhatTheTaskWaitsFor_DownToTheLeaf() => VirtualTime.Run(async () =>
    {
        var leaf = new Future<int>();
        async Coroutine Inner() => await leaf;
        async Coroutine Middle(LoopTask inner) => await Gather(inner, CreateTask(Sleep(100)));
        LoopTask inner = CreateTask(Inner());
        LoopTask middle = CreateTask(Middle(inner));
        async Coroutine Outer() => await middle;
        LoopTask outer = CreateTask(Outer());
        await Sleep(1);
        outer.Cancel("stop");

        Assert.True(leaf.Cancelled);
        Assert.Equal([1, 1, 1], new[] { outer.Cancelling, middle.Cancelling, inner.Cancelling });
        await Wait([outer]);
        Assert.All([outer, middle, inner], task => Assert.True(task.Cancelled));
        Assert.All([outer, middle, inner], task => Assert.Equal("stop", task.CancelReason!.Message));
        Assert.Equal(1, Time());
    });

    [Fact]
    public void Cancel_ThrowsAtThePlaceWhereTheTaskWaits() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        async Coroutine Inner()
        {
            try
            {
                await Sleep(100);
                log.Add("slept");
            }
            catch (CancelledException error)
            {
                log.Add($"inner: {error.Reason!.Message}");
                throw;
            }
            finally
            {
                log.Add("inner finally");
            }
        }

        async Coroutine Outer()
        {
            try
            {
                await Inner();
            }
            finally
            {
                log.Add("outer finally");
            }
        }

        LoopTask task = CreateTask(Outer());
        await Sleep(1);
        task.Cancel("stop");
        await Awaiting.Throws<CancelledException>(task);

        Assert.Equal(["inner: stop", "inner finally", "outer finally"], log);
    });

    [Fact]
    public void Cancel_BeforeTheFirstStep_TheBodyNeverRuns() => VirtualTime.Run(async () =>
    {
        bool ran = false;
        async Coroutine Body() => ran = true;
        LoopTask task = CreateTask(Body());
        task.Cancel("too late");
        CancelledException error = await Awaiting.Throws<CancelledException>(task);

        Assert.False(ran);
        Assert.True(task.Cancelled);
        Assert.Equal("too late", error.Reason!.Message);
    });

    [Fact]
    public void Cancel_WhenTheResultIsReadyButTheTaskHasNotGoneOn_TheValueIsLost() => VirtualTime.Run(async () =>
    {
        var future = new Future<int>();
        async Coroutine<int> Waiter() => await future;
        LoopTask<int> task = CreateTask(Waiter());
        await Sleep(0);
        future.SetResult(1);
        Assert.True(task.Cancel());
        await Awaiting.Throws<CancelledException>(task);

        Assert.True(task.Cancelled);
        Assert.Equal(1, future.Result);
    });

    [Fact]
    public void Cancel_WhenTheSleepIsOverButTheTaskHasNotGoneOn_IsThrown() => VirtualTime.Run(async () =>
    {
        // The callback is called in the iteration in which the sleep ends, after it: the task's step is queued by then.
        LoopTask task = CreateTask(Sleep(1));
        await Sleep(0);
        EventLoop.Running.CallAt(TimeSpan.FromSeconds(1), () => task.Cancel());
        await Awaiting.Throws<CancelledException>(task);

        Assert.Equal(1, Time());
    });

    [Fact]
    public void Cancel_ATaskThatHasEnded_SaysNo() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(Sleep(1));
        await task;

        Assert.False(task.Cancel());
        Assert.Equal(0, task.Cancelling);
        Assert.False(task.Cancelled);
    });

    [Fact]
    public void ATaskThatReturnsWithTheFlagSet_EndsCancelled() => VirtualTime.Run(async () =>
    {
        async Coroutine<int> CancelsItself()
        {
            CurrentTask!.Cancel("changed my mind");
            return 5;
        }

        LoopTask<int> task = CreateTask(CancelsItself());
        CancelledException error = await Awaiting.Throws<CancelledException>(task);

        Assert.True(task.Cancelled);
        Assert.Equal("changed my mind", error.Reason!.Message);
    });

    [Fact]
    public void ATaskThatThrowsWithTheFlagSet_Fails() => VirtualTime.Run(async () =>
    {
        // CPython 3.13: the exception wins, cancelled() is false.
        async Coroutine CancelsItself()
        {
            CurrentTask!.Cancel();
            throw new ExpectedException();
        }

        LoopTask task = CreateTask(CancelsItself());
        await Awaiting.Throws<ExpectedException>(task);
        Assert.False(task.Cancelled);
    });

    [Theory]
    [InlineData("sleep")]
    [InlineData("yield")]
    [InlineData("future")]
    [InlineData("task")]
    [InlineData("gather")]
    public void ATaskThatCancelsItself_IsToldAtItsNextWait(string wait) => VirtualTime.Run(async () =>
    {
        bool told = false;
        Future pending = new Future<int>();
        LoopTask other = CreateTask(Sleep(100));
        async Coroutine CancelsItself()
        {
            CurrentTask!.Cancel("me");
            try
            {
                switch (wait)
                {
                    case "sleep":
                        await Sleep(100);
                        break;
                    case "yield":
                        await Sleep(0);
                        break;
                    case "future":
                        await pending;
                        break;
                    case "task":
                        await other;
                        break;
                    default:
                        await Gather(other);
                        break;
                }
            }
            catch (CancelledException error) when (error.Reason!.Message == "me")
            {
                told = true;
                throw;
            }
        }

        LoopTask task = CreateTask(CancelsItself());
        await Awaiting.Throws<CancelledException>(task);
        Assert.True(told);
        Assert.Equal(wait is "task" or "gather", other.Cancelled);
        Assert.Equal(wait is "future", pending.Cancelled);
        Assert.Equal(0, Time());
        other.Cancel();
    });

    [Fact]
    public void AwaitingWhatIsDone_DoesNotThrowTheCancellation() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        async Coroutine Quick() => log.Add("quick");
        async Coroutine CancelsItself()
        {
            CurrentTask!.Cancel();
            await Quick();
            await Gather(new List<Coroutine>());
            log.Add("went on");
            await Sleep(0);
            log.Add("never");
        }

        await Awaiting.Throws<CancelledException>(CreateTask(CancelsItself()));
        Assert.Equal(["quick", "went on"], log);
    });

    [Fact]
    public void ASwallowedCancellation_LetsTheTaskGoOn() => VirtualTime.Run(async () =>
    {
        async Coroutine<string> Main()
        {
            try
            {
                await Sleep(10);
            }
            catch (CancelledException)
            {
            }

            await Sleep(1);
            return "went on";
        }

        LoopTask<string> task = CreateTask(Main());
        await Sleep(1);
        task.Cancel();

        Assert.Equal("went on", await task);
        Assert.False(task.Cancelled);
        Assert.Equal(2, Time());
    });

    [Fact]
    public void TheException_IsAnOperationCanceledException_ThatFiltersLetPass() => VirtualTime.Run(async () =>
    {
        async Coroutine Main()
        {
            try
            {
                await Sleep(10);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Assert.Fail("the filter caught it");
            }
        }

        LoopTask task = CreateTask(Main());
        await Sleep(1);
        task.Cancel();
        await Awaiting.Throws<CancelledException>(task);
    });

    [Fact]
    public void TheReason_SaysWhichTaskAsked() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(Sleep(10));
        async Coroutine Asker() => task.Cancel("enough");
        await CreateTask(Asker(), "asker");
        CancelledException error = await Awaiting.Throws<CancelledException>(task);

        Assert.Equal(new CancelReason(CancelKind.Requested, "enough", "asker"), error.Reason);
        Assert.Equal("enough (by asker)", error.Message);
        Assert.Equal(error.Reason, task.CancelReason);
    });
}
