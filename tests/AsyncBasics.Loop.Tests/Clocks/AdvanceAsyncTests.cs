using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>Moving a clock by hand, from deadline to deadline.</summary>
public sealed class AdvanceAsyncTests
{
    [Fact]
    public void AllThatHadToHappenInThatTime_HasHappened() => RunByHand(async clock =>
    {
        List<string> log = [];
        LoopTask task = CreateTask(Tick(log, 10));

        await clock.AdvanceAsync(TimeSpan.FromSeconds(3.5));

        Assert.Equal(["tick at 1", "tick at 2", "tick at 3"], log);
        Assert.Equal(3.5, Time());
        task.Cancel();
    });

    [Fact]
    public void WhatIsDueExactlyThen_HasHappenedToo() => RunByHand(async clock =>
    {
        List<string> log = [];
        LoopTask task = CreateTask(Tick(log, 10));

        await clock.AdvanceAsync(TimeSpan.FromSeconds(2));

        Assert.Equal(["tick at 1", "tick at 2"], log);
        task.Cancel();
    });

    [Fact]
    public void BetweenTwoMoves_TimeStandsStill() => RunByHand(async clock =>
    {
        List<string> log = [];
        LoopTask task = CreateTask(Tick(log, 2));

        await clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        for (int i = 0; i < 100; i++)
        {
            await Sleep(0);
        }

        Assert.Equal(["tick at 1"], log);
        Assert.Equal(1, Time());
        await clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        await task;
        Assert.Equal(2, Time());
    });

    [Fact]
    public void ByNothing_LetsRunWhatIsReady() => RunByHand(async clock =>
    {
        List<int> log = [];
        LoopTask task = CreateTask(Turns());

        await clock.AdvanceAsync(TimeSpan.Zero);

        Assert.Equal([0, 1, 2, 3, 4], log);
        Assert.True(task.Done);
        Assert.Equal(0, Time());

        async Coroutine Turns()
        {
            for (int i = 0; i < 5; i++)
            {
                log.Add(i);
                await Sleep(0);
            }
        }
    });

    [Fact]
    public void AChainOfTimers_IsFollowedToItsEnd() => RunByHand(async clock =>
    {
        int fired = 0;
        EventLoop.Running.CallLater(TimeSpan.FromSeconds(1), Next);

        await clock.AdvanceAsync(TimeSpan.FromSeconds(1000));

        Assert.Equal(1000, fired);

        void Next()
        {
            fired++;
            EventLoop.Running.CallLater(TimeSpan.FromSeconds(1), Next);
        }
    });

    [Fact]
    public void OrdinaryCode_GoesAlong() => RunByHand(async clock =>
    {
        List<string> log = [];
        Task native = Delays();

        await clock.AdvanceAsync(TimeSpan.FromSeconds(2));
        Assert.Equal(["1", "2"], log);
        await clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        await native;

        async Task Delays()
        {
            for (int i = 0; i < 3; i++)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), EventLoop.Running.TimeProvider);
                log.Add($"{Time()}");
            }
        }
    });

    [Fact]
    public void WithoutTimers_ItArrivesAtOnce() => RunByHand(async clock =>
    {
        await clock.AdvanceAsync(TimeSpan.FromDays(365));

        Assert.Equal(TimeSpan.FromDays(365), clock.Elapsed);
    });

    [Fact]
    public void Backwards_IsRefused() => RunByHand(async clock =>
        Assert.Throws<ArgumentOutOfRangeException>(() => { clock.AdvanceAsync(TimeSpan.FromSeconds(-1)); }));

    [Fact]
    public void TwoAtOnce_AreRefused_AndTheFirstGoesOn() => RunByHand(async clock =>
    {
        Future first = clock.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Contains(
            "is being moved already",
            Assert.Throws<InvalidOperationException>(() => { clock.AdvanceAsync(TimeSpan.FromSeconds(1)); }).Message,
            StringComparison.Ordinal);

        await first;
        Assert.Equal(1, Time());
    });

    [Fact]
    public void OutsideALoop_IsRefused()
    {
        var clock = new VirtualClock(manual: true);

        Assert.Throws<InvalidOperationException>(() => { clock.AdvanceAsync(TimeSpan.FromSeconds(1)); });
        Assert.Throws<InvalidOperationException>(() => { clock.AdvanceAsync(TimeSpan.FromSeconds(1)); });
    }

    [Fact]
    public void Cancelled_TheClockStopsWhereItIs_AndCanBeMovedAgain() => RunByHand(async clock =>
    {
        List<string> log = [];
        LoopTask ticks = CreateTask(Tick(log, 10));
        LoopTask mover = CreateTask(Move(clock, 5));
        EventLoop.Running.CallLater(TimeSpan.FromSeconds(2.5), () => mover.Cancel());

        await Awaiting.Throws<CancelledException>(mover);
        Assert.Equal(["tick at 1", "tick at 2"], log);
        Assert.Equal(2.5, Time());
        await clock.AdvanceAsync(TimeSpan.FromSeconds(0.5));

        Assert.Equal(["tick at 1", "tick at 2", "tick at 3"], log);
        ticks.Cancel();
    });

    [Fact]
    public void TheOneWhoMovesIsHeldUp_ByWorkOnAThread() => RunByHand(async clock =>
    {
        List<string> log = [];
        using var release = new ManualResetEventSlim();
        LoopTask work = CreateTask(Work());
        await Sleep(0);
        LoopTask ticks = CreateTask(Tick(log, 1));
        EventLoop.Running.CallSoon(release.Set);

        await clock.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(["work at 0", "tick at 1"], log);
        await work;
        await ticks;

        async Coroutine Work()
        {
            await ToThread(release.Wait);
            log.Add($"work at {Time()}");
        }
    });

    [Fact]
    public void AClockThatJumpsByItself_CanBeMovedToo() => VirtualTime.Run(async () =>
    {
        var clock = (VirtualClock)EventLoop.Running.Clock;
        List<string> log = [];
        LoopTask ticks = CreateTask(Tick(log, 3));

        await clock.AdvanceAsync(TimeSpan.FromSeconds(1.5));
        Assert.Equal(["tick at 1"], log);
        Assert.Equal(1.5, Time());

        await ticks;
        Assert.Equal(3, Time());
    });

    private static async Coroutine Tick(List<string> log, int count)
    {
        for (int i = 0; i < count; i++)
        {
            await Sleep(1);
            log.Add($"tick at {Time()}");
        }
    }

    private static async Coroutine Move(VirtualClock clock, double seconds) => await clock.AdvanceAsync(TimeSpan.FromSeconds(seconds));

    private static void RunByHand(Func<VirtualClock, Coroutine> main)
    {
        var clock = new VirtualClock(manual: true);
        List<LoopReport> reports = [];
        Asyncio.Run(main(clock), VirtualTime.Options(reports.Add) with { Clock = clock });
        Assert.Empty(reports);
    }
}
