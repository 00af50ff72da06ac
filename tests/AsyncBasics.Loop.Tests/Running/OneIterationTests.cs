using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>One iteration: drop cancelled timers; wait only if nothing is ready; move due timers; run exactly what is ready then.</summary>
public sealed class OneIterationTests
{
    [Fact]
    public void WhileSomethingIsReady_TheLoopDoesNotWait() => VirtualTime.Run(async () =>
    {
        EventLoop.Running.CallLater(TimeSpan.FromSeconds(1), () => { });
        for (int i = 0; i < 1000; i++)
        {
            await Sleep(0);
        }

        Assert.Equal(0, Time());
    });

    [Fact]
    public void WhenNothingIsReady_TheLoopWaitsUntilTheFirstDeadline() => VirtualTime.Run(async () =>
    {
        List<double> times = [];
        foreach (int seconds in new[] { 7, 3, 5 })
        {
            EventLoop.Running.CallLater(TimeSpan.FromSeconds(seconds), () => times.Add(Time()));
        }

        await Sleep(10);
        Assert.Equal([3, 5, 7], times);
    });

    [Fact]
    public void WhenTheFirstTimerIsCancelled_TheLoopWaitsUntilTheNext() => VirtualTime.Run(async () =>
    {
        List<double> wakes = [];
        EventLoop loop = EventLoop.Running;
        Handle first = loop.CallLater(TimeSpan.FromSeconds(1), () => wakes.Add(Time()));
        loop.CallLater(TimeSpan.FromSeconds(2), () => wakes.Add(Time()));
        first.Cancel();
        await Sleep(3);

        Assert.Equal([2], wakes);
    });

    [Fact]
    public void DueTimers_ComeAfterWhatIsReadyAlready_InTheSameIteration() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        EventLoop loop = EventLoop.Running;
        loop.CallLater(TimeSpan.FromSeconds(1), () =>
        {
            log.Add("timer");
            loop.CallSoon(() => log.Add("next iteration"));
        });
        loop.CallSoon(() =>
        {
            loop.Block(TimeSpan.FromSeconds(1));
            loop.CallSoon(() => log.Add("ready"));
            loop.CallSoon(() => log.Add("ready too"));
        });
        await Sleep(2);

        Assert.Equal(["ready", "ready too", "timer", "next iteration"], log);
    });

    [Fact]
    public void TimersThatBecomeDueDuringAnIteration_WaitForTheNext() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        EventLoop loop = EventLoop.Running;
        loop.CallLater(TimeSpan.FromSeconds(1), () => log.Add("timer"));
        loop.CallSoon(() => loop.Block(TimeSpan.FromSeconds(1)));
        loop.CallSoon(() => log.Add("same iteration"));
        await Sleep(2);

        Assert.Equal(["same iteration", "timer"], log);
    });

    [Fact]
    public void Posts_AreTakenInBeforeTheIterationRuns()
    {
        using EventLoop loop = VirtualTime.NewLoop();
        List<string> log = [];
        loop.CallSoonThreadsafe(() =>
        {
            log.Add("post");
            loop.Stop();
        });
        loop.RunForever();

        Assert.Equal(["post"], log);
    }
}
