using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class LoopEventTests
{
    [Fact]
    public void IsSet_FollowsSetAndClear()
    {
        var signal = new LoopEvent();
        Assert.False(signal.IsSet);

        signal.Set();
        Assert.True(signal.IsSet);

        signal.Clear();
        Assert.False(signal.IsSet);
    }

    [Fact]
    public void Wait_ForASetEvent_DoesNotGiveUpTheTurn() => VirtualTime.Run(async () =>
    {
        var signal = new LoopEvent();
        signal.Set();

        Assert.Equal(0, await Turns.Of(signal.Wait()));
    });

    [Fact]
    public void Wait_GoesOnInTheTurnAfterSet() => VirtualTime.Run(async () =>
    {
        var signal = new LoopEvent();
        EventLoop.Running.CallSoon(signal.Set);

        Assert.Equal(1, await Turns.Of(signal.Wait()));
    });

    [Fact]
    public void Set_WakesEverybodyInTheOrderInWhichTheyCame() => VirtualTime.Run(async () =>
    {
        var signal = new LoopEvent();
        List<string> log = [];
        LoopTask[] tasks = [CreateTask(Wait("A")), CreateTask(Wait("B")), CreateTask(Wait("C"))];
        await Sleep(0);
        Assert.Empty(log);

        signal.Set();
        await Gather(tasks);

        Assert.Equal(["A", "B", "C"], log);

        async Coroutine Wait(string name)
        {
            await signal.Wait();
            log.Add(name);
        }
    });

    [Fact]
    public void Set_Twice_WakesOnce() => VirtualTime.Run(async () =>
    {
        var signal = new LoopEvent();
        LoopTask waiter = CreateTask(signal.Wait());
        await Sleep(0);

        signal.Set();
        signal.Set();
        await waiter;

        Assert.True(signal.IsSet);
    });

    [Fact]
    public void Clear_BeforeTheTurnOfTheWoken_DoesNotStopThem() => VirtualTime.Run(async () =>
    {
        var signal = new LoopEvent();
        LoopTask waiter = CreateTask(signal.Wait());
        await Sleep(0);

        signal.Set();
        signal.Clear();
        await waiter;

        Assert.False(signal.IsSet);
    });

    [Fact]
    public void Clear_WithWaiters_LeavesThemWaiting() => VirtualTime.Run(async () =>
    {
        var signal = new LoopEvent();
        LoopTask waiter = CreateTask(signal.Wait());
        await Sleep(0);

        signal.Clear();
        await Sleep(1);
        Assert.False(waiter.Done);

        signal.Set();
        await waiter;
    });

    [Fact]
    public void Wait_AfterSetAndClear_WaitsForTheNextSet() => VirtualTime.Run(async () =>
    {
        var signal = new LoopEvent();
        signal.Set();
        signal.Clear();
        EventLoop.Running.CallLater(TimeSpan.FromSeconds(2), signal.Set);

        await signal.Wait();

        Assert.Equal(2, Time());
    });

    [Fact]
    public void Wait_Again_WhenTheOthersAreStillBeingWoken_WaitsForTheNextSet() => VirtualTime.Run(async () =>
    {
        var signal = new LoopEvent();
        List<string> log = [];
        LoopTask[] tasks = [CreateTask(Rounds("A")), CreateTask(Rounds("B"))];
        for (int round = 0; round < 2; round++)
        {
            await Sleep(1);
            signal.Set();
            signal.Clear();
        }

        await Gather(tasks);

        Assert.Equal(["A 1", "B 1", "A 2", "B 2"], log);

        async Coroutine Rounds(string name)
        {
            for (int round = 0; round < 2; round++)
            {
                await signal.Wait();
                log.Add($"{name} {Time()}");
            }
        }
    });

    [Fact]
    public void Cancel_WhileWaiting_LeavesTheLine() => VirtualTime.Run(async () =>
    {
        var signal = new LoopEvent();
        LoopTask a = CreateTask(signal.Wait()), b = CreateTask(signal.Wait());
        await Sleep(0);

        a.Cancel();
        await Awaiting.Throws<CancelledException>(a);
        Assert.Equal("<Event [unset, waiters:1]>", signal.ToString());

        signal.Set();
        await b;
    });

    [Fact]
    public void Cancel_BetweenSetAndTheTurn_LosesTheWakeUp() => VirtualTime.Run(async () =>
    {
        var signal = new LoopEvent();
        LoopTask task = CreateTask(signal.Wait());
        await Sleep(0);

        signal.Set();
        task.Cancel();

        await Awaiting.Throws<CancelledException>(task);
        Assert.True(signal.IsSet);
    });

    [Fact]
    public void Set_BeforeAnyLoopRuns_IsRemembered()
    {
        var signal = new LoopEvent();
        signal.Set();

        VirtualTime.Run(async () => await signal.Wait());
    }

    [Fact]
    public void Set_ByACallbackFromATimer_WakesAtThatTime() => VirtualTime.Run(async () =>
    {
        var signal = new LoopEvent();
        EventLoop.Running.CallLater(TimeSpan.FromMinutes(5), signal.Set);

        await signal.Wait();

        Assert.Equal(300, Time());
    });

    [Fact]
    public void ToString_TellsTheState() => VirtualTime.Run(async () =>
    {
        var signal = new LoopEvent { Name = "start" };
        Assert.Equal("<Event 'start' [unset]>", signal.ToString());
        LoopTask waiter = CreateTask(signal.Wait());
        await Sleep(0);
        Assert.Equal("<Event 'start' [unset, waiters:1]>", signal.ToString());

        signal.Set();

        Assert.Equal("<Event 'start' [set]>", signal.ToString());
        await waiter;
    });
}
