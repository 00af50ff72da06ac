using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>Several runs on one loop (<c>asyncio.Runner</c>).</summary>
public sealed class RunnerDisposeTests
{
    [Fact]
    public void Run_AfterDispose_IsRefused()
    {
        Runner runner = NewRunner();
        runner.Dispose();

        Assert.Contains(
            "Event loop is closed",
            Assert.Throws<InvalidOperationException>(() => runner.Run(() => Task.CompletedTask)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Dispose_CancelsWhatIsLeft_AndClosesTheLoop()
    {
        List<string> log = [];
        Runner runner = NewRunner();
        runner.Run(Start());
        Assert.Empty(log);

        runner.Dispose();

        Assert.Equal(["a cancelled", "b cancelled"], log);
        Assert.True(runner.Loop.IsClosed);

        async Coroutine Start()
        {
            _ = CreateTask(Wait("a"));
            _ = CreateTask(Wait("b"));
            await Sleep(1);
        }

        async Coroutine Wait(string name)
        {
            try
            {
                await new Future<int>();
            }
            finally
            {
                log.Add($"{name} cancelled");
            }
        }
    }

    [Fact]
    public void Dispose_Twice_IsAsOnce()
    {
        Runner runner = NewRunner();
        runner.Run(Sleep(1));

        runner.Dispose();
        runner.Dispose();

        Assert.True(runner.Loop.IsClosed);
    }

    [Fact]
    public void Dispose_WithoutARun_ClosesTheLoop()
    {
        Runner runner = NewRunner();

        runner.Dispose();

        Assert.True(runner.Loop.IsClosed);
    }

    [Fact]
    public void Dispose_ATaskThatStopsTheLoopInItsCleanup_TheLoopIsClosedAllTheSame()
    {
        List<LoopReport> reports = [];
        var runner = new Runner(VirtualTime.Options(reports.Add));
        runner.Run(Start());

        runner.Dispose();

        Assert.True(runner.Loop.IsClosed);
        Assert.Equal(LoopReportKind.DestroyedPending, Assert.Single(reports).Kind);

        static async Coroutine Start()
        {
            _ = CreateTask(StopInCleanup());
            await Sleep(1);
        }

        static async Coroutine StopInCleanup()
        {
            try
            {
                await Sleep(10);
            }
            finally
            {
                EventLoop.Running.Stop();
                await Sleep(10);
            }
        }
    }

    [Fact]
    public void Dispose_TasksThatAreCreatedDuringTheCleanup_AreReportedAsPending()
    {
        List<LoopReport> reports = [];
        using (var runner = new Runner(VirtualTime.Options(reports.Add)))
        {
            runner.Run(Start());
        }

        Assert.Equal(LoopReportKind.DestroyedPending, Assert.Single(reports).Kind);

        static async Coroutine Start()
        {
            _ = CreateTask(Respawn());
            await Sleep(1);
        }

        static async Coroutine Respawn()
        {
            try
            {
                await Sleep(10);
            }
            finally
            {
                _ = CreateTask(Sleep(100));
            }
        }
    }

    [Fact]
    public void Dispose_ErrorsOfTasksWhileTheyAreCancelled_AreReported()
    {
        List<LoopReport> reports = [];
        using (var runner = new Runner(VirtualTime.Options(reports.Add)))
        {
            runner.Run(Start());
        }

        LoopReport report = Assert.Single(reports);
        Assert.Equal(LoopReportKind.Unhandled, report.Kind);
        Assert.IsType<ExpectedException>(report.Exception);

        static async Coroutine Start()
        {
            _ = CreateTask(FailInCleanup());
            await Sleep(1);
        }

        static async Coroutine FailInCleanup()
        {
            try
            {
                await Sleep(10);
            }
            catch (OperationCanceledException)
            {
                throw new ExpectedException();
            }
        }
    }

    private static Runner NewRunner() => new(VirtualTime.Options(_ => { }));
}
