using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>A clock that a test moves, and waits until all that had to happen has happened.</summary>
public sealed class AdvanceAsyncTests
{
    [Fact]
    public void AdvanceAsync_RunsEverythingThatIsDue_InTheOrderOfDeadlines() => RunManual(async clock =>
    {
        List<double> log = [];
        _ = CreateTask(Ticking());

        await clock.AdvanceAsync(TimeSpan.FromSeconds(3.5));

        Assert.Equal([1, 2, 3], log);
        Assert.Equal(3.5, Time());

        async Coroutine Ticking()
        {
            while (true)
            {
                await Sleep(1);
                log.Add(Time());
            }
        }
    });

    [Fact]
    public void AdvanceAsync_StopsShortOfADeadlineBeyond() => RunManual(async clock =>
    {
        LoopTask sleeper = CreateTask(Sleep(2));

        await clock.AdvanceAsync(TimeSpan.FromSeconds(1.999));
        Assert.False(sleeper.Done);
        await clock.AdvanceAsync(TimeSpan.FromMilliseconds(1));

        Assert.True(sleeper.Done);
    });

    [Fact]
    public void AdvanceAsync_WithoutAnyTimer_MovesTheClock() => RunManual(async clock =>
    {
        await clock.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal(TimeSpan.FromDays(1), clock.Elapsed);
    });

    [Fact]
    public void AdvanceAsync_OfNothing_LetsWhatIsReadyRun() => RunManual(async clock =>
    {
        LoopTask task = CreateTask(YieldTwice());

        await clock.AdvanceAsync(TimeSpan.Zero);

        Assert.True(task.Done);

        static async Coroutine YieldTwice()
        {
            await Sleep(0);
            await Sleep(0);
        }
    });

    [Fact]
    public void AdvanceAsync_Twice_AtTheSameTime_IsRefused() => RunManual(async clock =>
    {
        Future first = clock.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Throws<InvalidOperationException>(() => { clock.AdvanceAsync(TimeSpan.FromSeconds(1)); });

        await first;
    });

    [Fact]
    public void AdvanceAsync_Backwards_IsRefused() => RunManual(async clock =>
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => { clock.AdvanceAsync(TimeSpan.FromSeconds(-1)); });
        await Sleep(0);
    });

    [Fact]
    public void AdvanceAsync_FromOrdinaryCode_DrivesPeriodicTimers()
    {
        var clock = new VirtualClock(manual: true);
        int ticks = 0;

        Run(
            async () =>
            {
                using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), EventLoop.Running.TimeProvider);
                Task ticking = Tick(timer);
                await clock.AdvanceAsync(TimeSpan.FromSeconds(10));
                timer.Dispose();
                await ticking;
            },
            VirtualTime.Options(_ => { }) with { Clock = clock });

        Assert.Equal(10, ticks);

        async Task Tick(PeriodicTimer timer)
        {
            while (await timer.WaitForNextTickAsync())
            {
                ticks++;
            }
        }
    }

    private static void RunManual(Func<VirtualClock, Coroutine> main)
    {
        var clock = new VirtualClock(manual: true);
        Run(main(clock), VirtualTime.Options(_ => { }) with { Clock = clock });
    }
}
