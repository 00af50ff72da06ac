using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class StopTests
{
    [Fact]
    public void Stop_FinishesTheIterationItIsCalledIn()
    {
        using EventLoop loop = VirtualTime.NewLoop();
        List<string> log = [];
        loop.CallSoon(() =>
        {
            loop.Stop();
            loop.CallSoon(() => log.Add("next iteration"));
        });
        loop.CallSoon(() => log.Add("same iteration"));
        loop.RunForever();
        Assert.Equal(["same iteration"], log);

        loop.CallSoon(loop.Stop);
        loop.RunForever();
        Assert.Equal(["same iteration", "next iteration"], log);
    }

    [Fact]
    public void Stop_BeforeTheRun_LetsOneIterationPass()
    {
        // CPython: "If stop() is called before run_forever() is called, the loop will poll the I/O selector once with a timeout of
        // zero, run all callbacks scheduled in response to I/O events (and those that were already scheduled), and then exit."
        using EventLoop loop = VirtualTime.NewLoop();
        List<string> log = [];
        loop.CallSoon(() =>
        {
            log.Add("first");
            loop.CallSoon(() => log.Add("second"));
        });
        loop.CallLater(TimeSpan.FromSeconds(1), () => log.Add("timer"));
        loop.Stop();
        loop.RunForever();

        Assert.Equal(["first"], log);
        Assert.Equal(TimeSpan.Zero, loop.Time);
    }

    [Fact]
    public void Stop_WhileStopping_DoesNotWaitForTimers()
    {
        using EventLoop loop = VirtualTime.NewLoop();
        loop.CallLater(TimeSpan.FromSeconds(1), () => Assert.Fail("the loop did not stop"));
        loop.Stop();
        loop.RunForever();

        Assert.Equal(TimeSpan.Zero, loop.Time);
    }

    [Fact]
    public void Stop_BeforeTheFutureIsDone_IsAnError()
    {
        using EventLoop loop = VirtualTime.NewLoop();
        LoopTask task = loop.CreateTask(Sleep(10));
        loop.CallLater(TimeSpan.FromSeconds(1), loop.Stop);

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => loop.RunUntilComplete(task));
        Assert.Equal("Event loop stopped before Future completed.", error.Message);

        loop.RunUntilComplete(task);
        Assert.Equal(TimeSpan.FromSeconds(10), loop.Time);
    }

    [Fact]
    public void Stop_ByPostFromAnotherThread_WakesTheLoop()
    {
        using var loop = new EventLoop();
        using IDisposable hold = loop.Hold();
        var thread = new Thread(() =>
        {
            Thread.Sleep(20);
            loop.CallSoonThreadsafe(loop.Stop);
        });
        thread.Start();
        loop.RunForever();
        thread.Join();
    }
}
