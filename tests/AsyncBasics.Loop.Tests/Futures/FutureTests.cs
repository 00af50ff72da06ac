using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class FutureTests
{
    [Fact]
    public void Constructor_OutsideOfALoop_SaysThatNoLoopRuns()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => new Future<int>());

        Assert.StartsWith("no running event loop", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Result_Pending_IsNotReady()
    {
        using EventLoop loop = VirtualTime.NewLoop();
        var future = new Future<int>(loop);

        Assert.Equal("Result is not ready.", Assert.Throws<InvalidStateException>(() => future.Result).Message);
        Assert.False(future.Done);
        Assert.Equal(FutureState.Pending, future.State);
    }

    [Fact]
    public void Exception_Pending_IsNotSet()
    {
        using EventLoop loop = VirtualTime.NewLoop();
        var future = new Future<int>(loop);

        Assert.Equal("Exception is not set.", Assert.Throws<InvalidStateException>(() => future.Exception).Message);
    }

    [Fact]
    public void SetResult_Pending_EndsTheFuture()
    {
        using EventLoop loop = VirtualTime.NewLoop();
        var future = new Future<int>(loop);
        future.SetResult(7);

        Assert.True(future.Done);
        Assert.False(future.Cancelled);
        Assert.Equal(7, future.Result);
        Assert.Null(future.Exception);
        Assert.Null(future.CancelReason);
    }

    [Fact]
    public void SetException_Pending_EndsTheFutureWithTheVeryException()
    {
        using EventLoop loop = VirtualTime.NewLoop();
        var future = new Future<int>(loop);
        var error = new ExpectedException();
        future.SetException(error);

        Assert.True(future.Done);
        Assert.False(future.Cancelled);
        Assert.Same(error, future.Exception);
        Assert.Same(error, Assert.Throws<ExpectedException>(() => future.Result));
    }

    [Fact]
    public void Set_Done_IsAnErrorThatTellsTheState()
    {
        using EventLoop loop = VirtualTime.NewLoop();
        var future = new Future<int>(loop);
        future.SetResult(1);

        InvalidStateException result = Assert.Throws<InvalidStateException>(() => future.SetResult(2));
        InvalidStateException exception = Assert.Throws<InvalidStateException>(() => future.SetException(new ExpectedException()));

        Assert.Equal("invalid state: the future is already finished.", result.Message);
        Assert.Equal(result.Message, exception.Message);
        Assert.Equal(1, future.Result);
    }

    [Fact]
    public void TrySet_Done_SaysNoAndChangesNothing()
    {
        using EventLoop loop = VirtualTime.NewLoop();
        var future = new Future<int>(loop);

        Assert.True(future.TrySetResult(1));
        Assert.False(future.TrySetResult(2));
        Assert.False(future.TrySetException(new ExpectedException()));
        Assert.Equal(1, future.Result);
    }

    [Fact]
    public void Cancel_Pending_EndsWithTheReason()
    {
        using EventLoop loop = VirtualTime.NewLoop();
        var future = new Future<int>(loop);

        Assert.True(future.Cancel("no longer needed"));

        Assert.True(future.Cancelled);
        Assert.Equal("no longer needed", future.CancelReason!.Message);
        Assert.Equal("no longer needed", Assert.Throws<CancelledException>(() => future.Result).Message);
        Assert.Throws<CancelledException>(() => future.Exception);
        Assert.Throws<InvalidStateException>(() => future.SetResult(1));
    }

    [Fact]
    public void Cancel_Done_SaysNo()
    {
        using EventLoop loop = VirtualTime.NewLoop();
        var future = new Future<int>(loop);
        future.SetResult(1);

        Assert.False(future.Cancel());
        Assert.Equal(1, future.Result);
    }

    [Fact]
    public void ToString_TellsTheState()
    {
        using EventLoop loop = VirtualTime.NewLoop();
        Future<int> pending = new(loop), finished = new(loop), failed = new(loop), cancelled = new(loop);
        finished.SetResult(1);
        failed.SetException(new ExpectedException());
        cancelled.Cancel();

        Assert.Equal("<Future pending>", pending.ToString());
        Assert.Equal("<Future finished>", finished.ToString());
        Assert.Equal("<Future failed with ExpectedException>", failed.ToString());
        Assert.Equal("<Future cancelled>", cancelled.ToString());
    }

    [Fact]
    public void Await_ByMany_WakesThemInTheOrderInWhichTheyCame() => VirtualTime.Run(async () =>
    {
        var future = new Future<string>();
        List<string> log = [];
        async Coroutine Waiter(string name) => log.Add($"{name} got {await future}");
        LoopTask[] waiters = [CreateTask(Waiter("A")), CreateTask(Waiter("B")), CreateTask(Waiter("C"))];
        await Sleep(1);
        future.SetResult("it");
        log.Add("set");
        await Gather(waiters);

        Assert.Equal(["set", "A got it", "B got it", "C got it"], log);
    });

    [Fact]
    public void Await_Done_DoesNotYield() => VirtualTime.Run(async () =>
    {
        var future = new Future<int>();
        future.SetResult(3);
        bool othersRan = false;
        EventLoop.Running.CallSoon(() => othersRan = true);

        Assert.Equal(3, await future);
        Assert.False(othersRan);
    });

    [Fact]
    public void Await_PendingFutureOfAnotherLoop_IsAnError() => VirtualTime.Run(async () =>
    {
        using EventLoop other = VirtualTime.NewLoop();
        var foreign = new Future<int>(other);

        async Coroutine AwaitForeign() => await foreign;
        LoopTask task = CreateTask(AwaitForeign(), "A");
        await Wait([task]);

        string message = Assert.IsType<InvalidOperationException>(task.Exception).Message;
        Assert.StartsWith("<Task pending name='A' coro=<AwaitForeign>> awaits", message, StringComparison.Ordinal);
        Assert.EndsWith("attached to a different loop.", message, StringComparison.Ordinal);
    });

    [Fact]
    public void Await_DoneFutureOfAnotherLoop_Works() => VirtualTime.Run(async () =>
    {
        // CPython 3.13 likewise: a future that is done is never asked for its loop.
        using EventLoop other = VirtualTime.NewLoop();
        var foreign = new Future<int>(other);
        foreign.SetResult(4);

        Assert.Equal(4, await foreign);
    });
}
