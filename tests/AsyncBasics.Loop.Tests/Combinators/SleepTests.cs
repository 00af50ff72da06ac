using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class SleepTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(86_400)]
    public void Seconds_PassOnTheLoopsClock(double seconds) => VirtualTime.Run(async () =>
    {
        await Sleep(seconds);

        Assert.Equal(seconds, Time());
    });

    [Fact]
    public void TimeSpan_PassesOnTheLoopsClock() => VirtualTime.Run(async () =>
    {
        await Sleep(TimeSpan.FromTicks(1));
        Assert.Equal(TimeSpan.FromTicks(1), EventLoop.Running.Time);
        await Sleep(TimeSpan.FromDays(1));
        Assert.Equal(TimeSpan.FromDays(1) + TimeSpan.FromTicks(1), EventLoop.Running.Time);
    });

    [Fact]
    public void NaN_IsAnArgumentError()
    {
        Assert.Equal("seconds", Assert.Throws<ArgumentOutOfRangeException>(() => { Sleep(double.NaN); }).ParamName);
    }

    [Fact]
    public void APositiveTime_IsNeverRoundedToNothing() => VirtualTime.Run(async () =>
    {
        await Sleep(1e-300);

        Assert.Equal(TimeSpan.FromTicks(1), EventLoop.Running.Time);
    });

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e300)]
    public void AHugeTime_IsForever(double seconds) => VirtualTime.Run(async () =>
    {
        LoopTask forever = CreateTask(Sleep(seconds));
        await Sleep(1_000_000_000);
        Assert.False(forever.Done);
        forever.Cancel();
        await Awaiting.Throws<CancelledException>(forever);
    });

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(double.NegativeInfinity)]
    public void ZeroOrLess_GivesTheOthersOneTurn(double seconds) => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        EventLoop.Running.CallSoon(() =>
        {
            log.Add("this iteration");
            EventLoop.Running.CallSoon(() => log.Add("next iteration"));
        });
        await Sleep(seconds);

        Assert.Equal(["this iteration"], log);
        Assert.Equal(0, Time());
    });

    [Fact]
    public void SleepersWakeInTheOrderOfTheirDeadlines() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        async Coroutine Sleeper(string name, double seconds)
        {
            await Sleep(seconds);
            log.Add(name);
        }

        await Gather(Sleeper("A", 3), Sleeper("B", 1), Sleeper("C", 2), Sleeper("D", 1));

        Assert.Equal(["B", "D", "C", "A"], log);
    });

    [Fact]
    public void Sleep_CanBeATask() => VirtualTime.Run(async () =>
    {
        LoopTask sleep = CreateTask(Sleep(2));
        Assert.Equal("Sleep", sleep.CoroutineName);
        await Gather(sleep, CreateTask(Sleep(0)));
        Assert.Equal(2, Time());
    });

    [Fact]
    public void BlockingSleep_HoldsEverybody() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        async Coroutine Other()
        {
            await Sleep(1);
            log.Add($"other woke at {Time()}");
        }

        LoopTask other = CreateTask(Other());
        await Sleep(0);
        BlockingSleep(5);
        log.Add($"block ended at {Time()}");
        await other;

        Assert.Equal(["block ended at 5", "other woke at 5"], log);
    });
}
