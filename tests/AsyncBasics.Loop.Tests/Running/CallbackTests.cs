using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class CallbackTests
{
    [Fact]
    public void CallSoon_IsFirstComeFirstServed() => VirtualTime.Run(async () =>
    {
        List<int> log = [];
        for (int i = 0; i < 200; i++)
        {
            int n = i;
            EventLoop.Running.CallSoon(() => log.Add(n));
        }

        await Sleep(0);
        Assert.Equal(Enumerable.Range(0, 200), log);
    });

    [Fact]
    public void CallSoon_WhatACallbackAdds_WaitsForTheNextIteration() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        EventLoop loop = EventLoop.Running;
        loop.CallSoon(() =>
        {
            log.Add("1a");
            loop.CallSoon(() => log.Add("2a"));
        });
        loop.CallSoon(() => log.Add("1b"));
        await Sleep(0);
        Assert.Equal(["1a", "1b"], log);
        await Sleep(0);
        Assert.Equal(["1a", "1b", "2a"], log);
    });

    [Fact]
    public void CallSoonThreadsafe_OnTheLoopsThread_TakesItsPlaceInTheSameQueue() => VirtualTime.Run(async () =>
    {
        // CPython 3.13 appends to the one ready queue in both.
        List<int> log = [];
        EventLoop.Running.CallSoonThreadsafe(() => log.Add(1));
        EventLoop.Running.CallSoon(() => log.Add(2));
        EventLoop.Running.CallSoonThreadsafe(() => log.Add(3));
        await Sleep(0);

        Assert.Equal([1, 2, 3], log);
    });

    [Fact]
    public void Cancel_TakesTheCallbackBack() => VirtualTime.Run(async () =>
    {
        Handle soon = EventLoop.Running.CallSoon(() => Assert.Fail("was taken back"));
        Handle later = EventLoop.Running.CallLater(TimeSpan.FromSeconds(1), () => Assert.Fail("was taken back"));
        soon.Cancel();
        later.Cancel();
        later.Cancel();
        Assert.True(soon.IsCancelled);
        Assert.True(later.IsCancelled);
        await Sleep(2);
    });

    [Fact]
    public void Cancel_AfterTheCall_DoesNothing() => VirtualTime.Run(async () =>
    {
        int calls = 0;
        Handle handle = EventLoop.Running.CallSoon(() => calls++);
        await Sleep(0);
        handle.Cancel();

        Assert.False(handle.IsCancelled);
        Assert.Equal(1, calls);
    });

    [Fact]
    public void Cancel_InsideTheCallItself_DoesNothing() => VirtualTime.Run(async () =>
    {
        Handle handle = null!;
        handle = EventLoop.Running.CallLater(TimeSpan.FromSeconds(1), () => handle.Cancel());
        await Sleep(2);
        await Sleep(1);
        Assert.Null(EventLoop.Running.Timers.NextDeadline);
    });

    [Fact]
    public void AnException_IsReported_AndTheLoopGoesOn()
    {
        List<string> log = [];
        List<LoopReport> reports = VirtualTime.ReportsOf(async () =>
        {
            EventLoop.Running.CallSoon(() => throw new ExpectedException("one"));
            EventLoop.Running.CallSoon(() => log.Add("called"));
            EventLoop.Running.CallLater(TimeSpan.FromSeconds(1), () => throw new ExpectedException("two"));
            await Sleep(2);
            log.Add("ended");
        });

        Assert.Equal(["called", "ended"], log);
        Assert.Equal(["one", "two"], reports.Select(report => report.Exception!.Message));
        Assert.All(reports, report => Assert.Equal(LoopReportKind.Unhandled, report.Kind));
        Assert.All(reports, report => Assert.Equal("Exception in callback", report.Message));
    }

    [Fact]
    public void ACallback_SeesTheContextInWhichItWasAsked() => VirtualTime.Run(async () =>
    {
        var local = new AsyncLocal<int> { Value = 1 };
        List<int> seen = [];
        EventLoop.Running.CallSoon(() =>
        {
            seen.Add(local.Value);
            local.Value = 99;
        });
        local.Value = 2;
        EventLoop.Running.CallLater(TimeSpan.FromSeconds(1), () => seen.Add(local.Value));
        local.Value = 3;
        await Sleep(2);

        Assert.Equal([1, 2], seen);
        Assert.Equal(3, local.Value);
    });

    [Fact]
    public void Null_IsRefused()
    {
        using EventLoop loop = VirtualTime.NewLoop();

        Assert.Throws<ArgumentNullException>(() => loop.CallSoon(null!));
        Assert.Throws<ArgumentNullException>(() => loop.CallAt(TimeSpan.Zero, null!));
        Assert.Throws<ArgumentNullException>(() => loop.CallSoonThreadsafe(null!));
    }
}
