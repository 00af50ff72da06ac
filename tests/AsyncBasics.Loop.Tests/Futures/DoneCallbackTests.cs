using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class DoneCallbackTests
{
    [Fact]
    public void Callbacks_RunInTheOrderInWhichTheyWereAdded_AndNeverInline() => VirtualTime.Run(async () =>
    {
        var future = new Future<int>();
        List<string> log = [];
        future.AddDoneCallback(_ => log.Add("first"));
        future.AddDoneCallback(_ => log.Add("second"));
        future.AddDoneCallback(_ => log.Add("third"));
        future.SetResult(1);
        log.Add("set");
        await Sleep(0);

        Assert.Equal(["set", "first", "second", "third"], log);
    });

    [Fact]
    public void CallbacksAndAwaiters_TakeTheirTurnsInOneOrder() => VirtualTime.Run(async () =>
    {
        // CPython 3.13 gives the same list for the same program.
        var future = new Future<int>();
        List<string> log = [];
        async Coroutine Waiter(string name)
        {
            await future;
            log.Add(name);
        }

        future.AddDoneCallback(_ => log.Add("callback 1"));
        LoopTask one = CreateTask(Waiter("task 1"));
        await Sleep(0);
        future.AddDoneCallback(_ => log.Add("callback 2"));
        LoopTask two = CreateTask(Waiter("task 2"));
        await Sleep(0);
        future.SetResult(1);
        log.Add("set");
        await Gather(one, two);

        Assert.Equal(["set", "callback 1", "task 1", "callback 2", "task 2"], log);
    });

    [Fact]
    public void EachCallback_IsAStepOfItsOwn() => VirtualTime.Run(async () =>
    {
        var future = new Future<int>();
        List<string> log = [];
        future.AddDoneCallback(_ =>
        {
            log.Add("first");
            EventLoop.Running.CallSoon(() => log.Add("next iteration"));
        });
        future.AddDoneCallback(_ => log.Add("second"));
        future.SetResult(1);
        await Sleep(0);
        await Sleep(0);

        Assert.Equal(["first", "second", "next iteration"], log);
    });

    [Fact]
    public void AddDoneCallback_AfterTheEnd_IsQueuedAndNotCalledInline() => VirtualTime.Run(async () =>
    {
        var future = new Future<int>();
        future.SetResult(1);
        List<string> log = [];
        future.AddDoneCallback(ended => log.Add($"called with {((Future<int>)ended).Result}"));
        log.Add("added");
        await Sleep(0);

        Assert.Equal(["added", "called with 1"], log);
    });

    [Theory]
    [InlineData("result")]
    [InlineData("exception")]
    [InlineData("cancel")]
    public void Callbacks_AreCalled_HoweverTheFutureEnds(string end) => VirtualTime.Run(async () =>
    {
        var future = new Future<int>();
        Future? seen = null;
        future.AddDoneCallback(ended => seen = ended);
        switch (end)
        {
            case "result":
                future.SetResult(1);
                break;
            case "exception":
                future.SetException(new ExpectedException());
                Assert.NotNull(future.Exception);
                break;
            default:
                future.Cancel();
                break;
        }

        await Sleep(0);
        Assert.Same(future, seen);
    });

    [Fact]
    public void RemoveDoneCallback_TakesBackEveryRegistration() => VirtualTime.Run(async () =>
    {
        var future = new Future<int>();
        List<string> log = [];
        Action<Future> twice = _ => log.Add("twice");
        Action<Future> once = _ => log.Add("once");
        future.AddDoneCallback(twice);
        future.AddDoneCallback(once);
        future.AddDoneCallback(twice);

        Assert.Equal(2, future.RemoveDoneCallback(twice));
        Assert.Equal(0, future.RemoveDoneCallback(twice));
        future.SetResult(1);
        await Sleep(0);
        Assert.Equal(["once"], log);
    });

    [Fact]
    public void RemoveDoneCallback_TheOnlyOne_LeavesNothingToCall() => VirtualTime.Run(async () =>
    {
        var future = new Future<int>();
        Action<Future> callback = _ => Assert.Fail("was taken back");
        future.AddDoneCallback(callback);

        Assert.Equal(1, future.RemoveDoneCallback(callback));
        future.SetResult(1);
        await Sleep(0);
    });

    [Fact]
    public void RemoveDoneCallback_AfterTheEnd_ComesTooLate() => VirtualTime.Run(async () =>
    {
        // CPython 3.13: remove_done_callback returns 0 then, and the callback is called.
        var future = new Future<int>();
        int calls = 0;
        Action<Future> callback = _ => calls++;
        future.AddDoneCallback(callback);
        future.SetResult(1);

        Assert.Equal(0, future.RemoveDoneCallback(callback));
        await Sleep(0);
        Assert.Equal(1, calls);
    });

    [Fact]
    public void RemovingAllOfSeveral_LeavesAFutureThatCanBeGathered() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(Sleep(1));
        Action<Future> one = _ => { };
        Action<Future> two = _ => { };
        task.AddDoneCallback(one);
        task.AddDoneCallback(two);
        task.RemoveDoneCallback(one);
        task.RemoveDoneCallback(two);

        await Gather(task);

        Assert.True(task.Done);
    });

    [Fact]
    public void Callback_SeesTheContextInWhichItWasAdded() => VirtualTime.Run(async () =>
    {
        var local = new AsyncLocal<string>();
        var future = new Future<int>();
        List<string?> seen = [];
        local.Value = "first";
        future.AddDoneCallback(_ => seen.Add(local.Value));
        local.Value = "second";
        future.AddDoneCallback(_ => seen.Add(local.Value));
        local.Value = "later";
        future.SetResult(1);
        await Sleep(0);

        Assert.Equal(["first", "second"], seen);
    });

    [Fact]
    public void Callback_ThatThrows_IsReportedAndTheOthersAreCalled()
    {
        bool called = false;
        LoopReport report = Assert.Single(VirtualTime.ReportsOf(async () =>
        {
            var future = new Future<int>();
            future.AddDoneCallback(_ => throw new ExpectedException());
            future.AddDoneCallback(_ => called = true);
            future.SetResult(1);
            await Sleep(1);
        }));

        Assert.Equal(LoopReportKind.Unhandled, report.Kind);
        Assert.IsType<ExpectedException>(report.Exception);
        Assert.True(called);
    }
}
