using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class HoldTests
{
    [Fact]
    public void WhileAHoldIsHeld_TheVirtualClockDoesNotJump() => VirtualTime.Run(async () =>
    {
        EventLoop loop = EventLoop.Running;
        IDisposable hold = loop.Hold();
        var thread = new Thread(() =>
        {
            Thread.Sleep(20);
            Assert.Equal(TimeSpan.Zero, loop.Time);
            loop.CallSoonThreadsafe(() =>
            {
                Assert.Equal(0, Time());
                hold.Dispose();
            });
        });
        thread.Start();
        await Sleep(1);
        Assert.Equal(1, Time());
        thread.Join();
    });

    [Fact]
    public void ToThread_HoldsTheVirtualClock() => VirtualTime.Run(async () =>
    {
        LoopTask sleeper = CreateTask(Sleep(1));
        int result = await ToThread(() =>
        {
            Thread.Sleep(20);
            return 5;
        });

        Assert.Equal(5, result);
        Assert.Equal(0, Time());
        await sleeper;
    });

    [Fact]
    public void WhileAHoldIsHeld_WhatIsReadyRuns() => VirtualTime.Run(async () =>
    {
        using IDisposable hold = EventLoop.Running.Hold();
        for (int i = 0; i < 10; i++)
        {
            await Sleep(0);
        }
    });
}
