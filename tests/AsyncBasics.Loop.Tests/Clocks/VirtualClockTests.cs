using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class VirtualClockTests
{
    [Fact]
    public void ANewClock_StandsAtZero_AtTheSameWallTimeInEveryRun()
    {
        var clock = new VirtualClock();
        Assert.Equal(TimeSpan.Zero, clock.Elapsed);
        Assert.Equal(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero), clock.UtcNow);

        var start = new DateTimeOffset(2031, 5, 6, 7, 8, 9, TimeSpan.FromHours(2));
        Assert.Equal(start, new VirtualClock(start: start).UtcNow);
    }

    [Fact]
    public void AYearOfSleep_TakesNoTime() => VirtualTime.Run(async () =>
    {
        await Sleep(TimeSpan.FromDays(365));

        Assert.Equal(TimeSpan.FromDays(365), EventLoop.Running.Time);
        Assert.Equal(2000, EventLoop.Running.Clock.UtcNow.Year);
        Assert.Equal(31, EventLoop.Running.Clock.UtcNow.Day);
    });

    [Fact]
    public void Advance_OnTheLoop_MovesTime_AndTimersFireAtTheLoopsNextTurn() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        EventLoop loop = EventLoop.Running;
        var clock = (VirtualClock)loop.Clock;
        loop.CallLater(TimeSpan.FromSeconds(2), () => log.Add($"second at {Time()}"));
        loop.CallLater(TimeSpan.FromSeconds(1), () => log.Add($"first at {Time()}"));
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Empty(log);
        Assert.Equal(5, Time());
        await Sleep(0);
        await Sleep(0);

        Assert.Equal(["first at 5", "second at 5"], log);
    });

    [Fact]
    public void Advance_Backwards_IsRefused()
    {
        var clock = new VirtualClock();
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Advance(TimeSpan.FromTicks(-1)));
        clock.Advance(TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, clock.Elapsed);
    }

    [Fact]
    public void Advance_BeyondAllTime_StaysInRange()
    {
        var clock = new VirtualClock();
        clock.Advance(TimeSpan.MaxValue);
        TimeSpan far = clock.Elapsed;
        clock.Advance(TimeSpan.MaxValue);
        clock.Advance(TimeSpan.MaxValue);

        Assert.True(clock.Elapsed >= far);
    }

    [Fact]
    public void AManualClock_MovesOnlyWhenItIsAdvanced_FromAnotherThread()
    {
        var clock = new VirtualClock(manual: true);
        List<string> log = [];
        using var asleep = new SemaphoreSlim(0);
        var thread = new Thread(() =>
        {
            for (int i = 0; i < 4; i++)
            {
                asleep.Wait();

                // Not yet enough for the next sleeper, and then enough.
                clock.Advance(TimeSpan.FromSeconds(0.5));
                clock.Advance(TimeSpan.FromSeconds(0.5));
            }
        });
        thread.Start();
        Run(Main(), new EventLoopOptions { Clock = clock, RealTimeLimit = TimeSpan.FromSeconds(30) });
        thread.Join();
        Assert.Equal(["1", "2", "3", "4"], log);

        async Coroutine Main()
        {
            for (int i = 0; i < 4; i++)
            {
                // In a turn of its own, after the sleep's timer is set.
                EventLoop.Running.CallSoon(() => asleep.Release());
                await Sleep(1);
                log.Add($"{Time()}");
            }
        }
    }

    [Fact]
    public void AManualClock_WithTimersSet_IsNoDeadlock_AndWithoutThemItIs()
    {
        var clock = new VirtualClock(manual: true);
        Assert.Throws<DeadlockException>(() => Run(AwaitForever(), new EventLoopOptions { Clock = clock }));

        // The sleeper may not be asleep yet when the clock is advanced the first time.
        bool ended = false;
        var thread = new Thread(() =>
        {
            while (!Volatile.Read(ref ended))
            {
                Thread.Sleep(1);
                clock.Advance(TimeSpan.FromSeconds(1));
            }
        });
        thread.Start();
        Run(Sleep(1), new EventLoopOptions { Clock = clock, RealTimeLimit = TimeSpan.FromSeconds(30) });
        Volatile.Write(ref ended, true);
        thread.Join();

        static async Coroutine AwaitForever() => await new Future<int>();
    }

    [Fact]
    public void AManualClock_CanBeAdvancedOnTheLoop()
    {
        var clock = new VirtualClock(manual: true);
        Run(Main(), new EventLoopOptions { Clock = clock, RealTimeLimit = TimeSpan.FromSeconds(30) });

        async Coroutine Main()
        {
            LoopTask sleeper = CreateTask(Sleep(3));
            await Sleep(0);
            clock.Advance(TimeSpan.FromSeconds(3));
            await sleeper;
            Assert.Equal(3, Time());
        }
    }

    [Fact]
    public void AdvanceAsync_GoesFromDeadlineToDeadline()
    {
        var clock = new VirtualClock(manual: true);
        List<string> log = [];
        Run(Main(), new EventLoopOptions { Clock = clock, RealTimeLimit = TimeSpan.FromSeconds(30) });
        Assert.Equal(["1", "2", "3", "arrived at 3.5"], log);

        async Coroutine Main()
        {
            async Coroutine Tick()
            {
                for (int i = 0; i < 10; i++)
                {
                    await Sleep(1);
                    log.Add($"{Time()}");
                }
            }

            LoopTask ticks = CreateTask(Tick());
            Future journey = clock.AdvanceAsync(TimeSpan.FromSeconds(3.5));
            Assert.Throws<InvalidOperationException>(() => { clock.AdvanceAsync(TimeSpan.FromSeconds(1)); });
            await journey;
            log.Add($"arrived at {Time()}");
            ticks.Cancel();
        }
    }

    [Fact]
    public void ALoopAfterAnother_GoesOnAtTheTimeOfTheirClock()
    {
        var clock = new VirtualClock();
        Run(Sleep(1), new EventLoopOptions { Clock = clock });
        Run(Sleep(1), new EventLoopOptions { Clock = clock });

        Assert.Equal(TimeSpan.FromSeconds(2), clock.Elapsed);
    }
}
