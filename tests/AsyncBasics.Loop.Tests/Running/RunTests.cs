using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class RunTests
{
    [Fact]
    public void Run_GivesTheResultOfMain()
    {
        async Coroutine<string> Main()
        {
            await Sleep(1);
            return "done";
        }

        Assert.Equal("done", VirtualTime.Run(Main));
    }

    [Fact]
    public void Run_ThrowsWhatMainThrows()
    {
        async Coroutine Main()
        {
            await Sleep(1);
            throw new ExpectedException();
        }

        Assert.Throws<ExpectedException>(() => VirtualTime.Run(Main));
    }

    [Fact]
    public void Run_ACancelledMain_ThrowsTheCancellation()
    {
        async Coroutine Main()
        {
            CurrentTask!.Cancel("no more");
            await Sleep(1);
        }

        CancelledException error = Assert.Throws<CancelledException>(() => VirtualTime.Run(Main));
        Assert.Equal("no more", error.Reason!.Message);
    }

    [Fact]
    public void Run_InsideARunningLoop_IsAnErrorInAsynciosWords()
    {
        List<LoopReport> reports = VirtualTime.ReportsOf(async () =>
        {
            InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => Run(Forgotten()));
            Assert.StartsWith("Asyncio.Run() cannot be called from a running event loop", error.Message, StringComparison.Ordinal);
            await Sleep(0);
        });

        // The coroutine that could not run is reported, as CPython 3.13 does after the RuntimeError.
        Assert.Equal("coroutine 'Forgotten' was never awaited", Assert.Single(reports).Message);
    }

    [Fact]
    public void Run_CancelsTheTasksThatAreLeft_AndWaitsForThem()
    {
        List<string> log = [];
        async Coroutine Left(string name)
        {
            try
            {
                await Sleep(100);
            }
            catch (CancelledException cancelled)
            {
                Assert.Equal(CancelKind.LoopClosing, cancelled.Reason!.Kind);
                await Sleep(2);
                log.Add($"{name} cleaned up at {Time()}");
                throw;
            }
        }

        VirtualTime.Run(async () =>
        {
            _ = CreateTask(Left("A"));
            _ = CreateTask(Left("B"));
            await Sleep(1);
        });

        Assert.Equal(["A cleaned up at 3", "B cleaned up at 3"], log);
    }

    [Fact]
    public void Run_ATaskThatFailsWhileItIsCancelled_IsReported()
    {
        async Coroutine Left()
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

        LoopReport report = Assert.Single(VirtualTime.ReportsOf(async () =>
        {
            _ = CreateTask(Left(), "A");
            await Sleep(1);
        }));

        Assert.Equal(LoopReportKind.Unhandled, report.Kind);
        Assert.StartsWith("unhandled exception while the loop was closing", report.Message, StringComparison.Ordinal);
        Assert.IsType<ExpectedException>(report.Exception);
    }

    [Fact]
    public void Run_CanFollowRun_OnTheSameThread()
    {
        for (int i = 0; i < 3; i++)
        {
            VirtualTime.Run(async () => await Sleep(1));
            Assert.Null(EventLoop.RunningOrNull);
            Assert.Null(CurrentTask);
        }
    }

    [Fact]
    public void Run_OnSeveralThreadsAtOnce_KeepsTheirLoopsApart()
    {
        Thread[] threads = new Thread[4];
        Exception? failure = null;
        for (int i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(() =>
            {
                try
                {
                    VirtualTime.Run(async () =>
                    {
                        for (int n = 0; n < 1000; n++)
                        {
                            await Gather(Sleep(1), Sleep(2));
                        }

                        Assert.Equal(2000, Time());
                    });
                }
                catch (Exception e)
                {
                    failure = e;
                }
            });
            threads[i].Start();
        }

        Array.ForEach(threads, thread => thread.Join());
        Assert.Null(failure);
    }

    [Fact]
    public void RunUntilComplete_AFutureThatIsDone_ReturnsAfterOneIteration()
    {
        using EventLoop loop = VirtualTime.NewLoop();
        var future = new Future<int>(loop);
        future.SetResult(1);
        bool ran = false;
        loop.CallSoon(() => ran = true);

        loop.RunUntilComplete(future);

        Assert.True(ran);
    }

    [Fact]
    public void RunUntilComplete_AFailure_IsLeftInTheFuture()
    {
        using EventLoop loop = VirtualTime.NewLoop();
        var future = new Future<int>(loop);
        future.SetException(new ExpectedException());

        loop.RunUntilComplete(future);

        Assert.IsType<ExpectedException>(future.Exception);
    }

    [Fact]
    public void RunUntilComplete_AFutureOfAnotherLoop_IsRefused()
    {
        // CPython 3.13: "The future belongs to a different loop than the one specified as the loop argument".
        using EventLoop loop = VirtualTime.NewLoop(), other = VirtualTime.NewLoop();
        var foreign = new Future<int>(other);
        foreign.SetResult(1);

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => loop.RunUntilComplete(foreign));
        Assert.Contains("attached to a different loop", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RunUntilComplete_InARunningLoop_IsRefused_AndTheLoopGoesOn()
    {
        bool wentOn = false;
        VirtualTime.Run(async () =>
        {
            var done = new Future<int>();
            done.SetResult(1);
            InvalidOperationException error =
                Assert.Throws<InvalidOperationException>(() => EventLoop.Running.RunUntilComplete(done));
            Assert.Equal("This event loop is already running", error.Message);
            Assert.Throws<InvalidOperationException>(() => EventLoop.Running.RunForever());
            await Sleep(1);
            wentOn = true;
        });

        Assert.True(wentOn);
    }

    [Fact]
    public void RunForever_WhileAnotherLoopRunsHere_IsRefused() => VirtualTime.Run(async () =>
    {
        using EventLoop other = VirtualTime.NewLoop();

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(other.RunForever);
        Assert.Equal("Cannot run the event loop while another loop is running", error.Message);
        Assert.False(other.IsRunning);
    });

    [Fact]
    public void Close_WhileRunning_IsRefused() => VirtualTime.Run(async () =>
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(EventLoop.Running.Close);
        Assert.Equal("Cannot close a running event loop", error.Message);
        Assert.False(EventLoop.Running.IsClosed);
    });

    [Fact]
    public void AClosedLoop_RefusesEverything()
    {
        EventLoop loop = VirtualTime.NewLoop();
        loop.Close();
        loop.Close();

        Assert.True(loop.IsClosed);
        Coroutine coroutine = Sleep(0);
        Action[] calls =
        [
            () => loop.CallSoon(() => { }),
            () => loop.CallLater(TimeSpan.Zero, () => { }),
            () => loop.CallAt(TimeSpan.Zero, () => { }),
            () => loop.CallSoonThreadsafe(() => { }),
            () => loop.CreateTask(coroutine),
            loop.RunForever,
            () => loop.RunUntilComplete(new Future<int>(loop)),
        ];
        foreach (Action call in calls)
        {
            Assert.Equal("Event loop is closed", Assert.Throws<InvalidOperationException>(call).Message);
        }

        // What was refused is still there to run elsewhere.
        Run(coroutine);
    }

    [Fact]
    public void ALoop_KnowsThatItRuns()
    {
        using EventLoop loop = VirtualTime.NewLoop();
        Assert.False(loop.IsRunning);
        loop.CallSoon(() =>
        {
            Assert.True(loop.IsRunning);
            Assert.Same(loop, EventLoop.Running);
            loop.Stop();
        });
        loop.RunForever();

        Assert.False(loop.IsRunning);
        Assert.Null(EventLoop.RunningOrNull);
        Assert.Throws<InvalidOperationException>(() => EventLoop.Running);
    }

    [Fact]
    public void AfterARun_TheThreadIsAsBefore()
    {
        var context = new SynchronizationContext();
        SynchronizationContext? before = SynchronizationContext.Current;
        var local = new AsyncLocal<int> { Value = 1 };
        SynchronizationContext.SetSynchronizationContext(context);
        try
        {
            VirtualTime.Run(async () =>
            {
                local.Value = 2;
                await Sleep(1);
                Assert.Equal(2, local.Value);
            });

            Assert.Same(context, SynchronizationContext.Current);
            Assert.Equal(1, local.Value);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    [Fact]
    public void AnObserverThatThrows_EndsTheRun_AndLeavesTheThreadClean()
    {
        EventLoop loop = new(VirtualTime.Options(_ => { }, new ThrowingObserver()));
        Assert.Throws<ExpectedException>(() => loop.RunUntilComplete(loop.CreateTask(Sleep(1))));

        Assert.Null(EventLoop.RunningOrNull);
        Assert.Null(CurrentTask);
        VirtualTime.Run(async () => await Sleep(1));
    }

    [Fact]
    public void SuppressedFlow_DoesNotDisturbARun()
    {
        using (ExecutionContext.SuppressFlow())
        {
            VirtualTime.Run(async () => await Gather(Sleep(1), Sleep(2)));
        }
    }

    private static async Coroutine Forgotten() => await Sleep(1);

    private sealed class ThrowingObserver : LoopObserver
    {
        public override void StepBegins(LoopTask task) => throw new ExpectedException();
    }
}
