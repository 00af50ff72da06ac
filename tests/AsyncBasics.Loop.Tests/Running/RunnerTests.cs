using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>Several runs on one loop.</summary>
public sealed class RunnerTests
{
    [Fact]
    public void Run_Twice_IsOnTheSameLoop_WhoseClockGoesOn()
    {
        using var runner = new Runner(VirtualTime.Options(_ => { }));

        EventLoop first = runner.Run(AfterASecond());
        EventLoop second = runner.Run(AfterASecond());

        Assert.Same(first, second);
        Assert.Same(first, runner.Loop);
        Assert.Equal(TimeSpan.FromSeconds(2), runner.Loop.Time);

        static async Coroutine<EventLoop> AfterASecond()
        {
            await Sleep(1);
            return EventLoop.Running;
        }
    }

    [Fact]
    public void Run_LeavesATaskBehind_WhichGoesOnInTheNextRun()
    {
        using var runner = new Runner(VirtualTime.Options(_ => { }));
        LoopTask? left = null;

        runner.Run(Leave());
        Assert.False(left!.Done);
        runner.Run(Sleep(5));

        Assert.Equal(FutureState.Succeeded, left.State);

        async Coroutine Leave() => left = CreateTask(Sleep(2));
    }

    [Fact]
    public void Dispose_CancelsWhatIsLeft_AndWaitsForIt()
    {
        bool cleanedUp = false;
        var runner = new Runner(VirtualTime.Options(_ => { }));
        runner.Run(Leave());

        runner.Dispose();

        Assert.True(cleanedUp);
        Assert.True(runner.Loop.IsClosed);

        async Coroutine Leave()
        {
            _ = CreateTask(WithCleanup());
            await Sleep(1);
        }

        async Coroutine WithCleanup()
        {
            try
            {
                await Sleep(100);
            }
            finally
            {
                await Sleep(1);
                cleanedUp = true;
            }
        }
    }

    [Fact]
    public void Run_AfterDispose_SaysThatTheLoopIsClosed()
    {
        var runner = new Runner(VirtualTime.Options(_ => { }));
        runner.Dispose();

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => runner.Run(Sleep(0)));

        Assert.Equal("Event loop is closed", error.Message);
    }

    [Fact]
    public void Run_InsideARun_IsRefused() => VirtualTime.Run(async () =>
    {
        using var runner = new Runner(VirtualTime.Options(_ => { }));
        Coroutine inner = Sleep(0);

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => runner.Run(inner));

        Assert.StartsWith("Asyncio.Run() cannot be called from a running event loop", error.Message, StringComparison.Ordinal);
        await inner;
    });

    [Fact]
    public void Run_OfOrdinaryCode_GivesItsResult_AndItsError()
    {
        using var runner = new Runner(VirtualTime.Options(_ => { }));

        Assert.Equal(3, runner.Run(async () =>
        {
            await Task.Yield();
            return 3;
        }));
        Assert.Throws<ExpectedException>(() => runner.Run(async Task () =>
        {
            await Task.Yield();
            throw new ExpectedException();
        }));
    }

    [Fact]
    public void Run_ThatThrows_LeavesTheRunnerUsable()
    {
        using var runner = new Runner(VirtualTime.Options(_ => { }));

        Assert.Throws<ExpectedException>(() => runner.Run(Throw()));
        runner.Run(Sleep(1));

        Assert.Equal(TimeSpan.FromSeconds(1), runner.Loop.Time);

        static async Coroutine Throw() => throw new ExpectedException();
    }

    [Fact]
    public void Dispose_ATaskFailsWhileItIsCancelled_IsReported()
    {
        List<LoopReport> reports = [];
        var runner = new Runner(VirtualTime.Options(reports.Add));
        runner.Run(Leave());

        runner.Dispose();

        LoopReport report = Assert.Single(reports);
        Assert.Equal(LoopReportKind.Unhandled, report.Kind);
        Assert.IsType<ExpectedException>(report.Exception);

        static async Coroutine Leave()
        {
            _ = CreateTask(FailWhenCancelled());
            await Sleep(1);
        }

        static async Coroutine FailWhenCancelled()
        {
            try
            {
                await Sleep(100);
            }
            catch (CancelledException)
            {
                throw new ExpectedException();
            }
        }
    }
}
