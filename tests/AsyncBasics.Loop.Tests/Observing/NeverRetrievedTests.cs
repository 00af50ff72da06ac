using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>A failure that nobody has looked at is reported when the loop closes.</summary>
public sealed class NeverRetrievedTests
{
    [Fact]
    public void ATaskThatFailed_AndNobodyLooked_IsReported()
    {
        LoopReport report = Assert.Single(VirtualTime.ReportsOf(async () =>
        {
            _ = CreateTask(Fail(), "A");
            await Sleep(1);
        }));

        Assert.Equal(LoopReportKind.NeverRetrieved, report.Kind);
        Assert.Equal("Task exception was never retrieved: <Task failed with ExpectedException name='A' coro=<Fail>>", report.Message);
        Assert.IsType<ExpectedException>(report.Exception);
        Assert.Equal("A", Assert.IsAssignableFrom<LoopTask>(report.Task).Name);
        Assert.Contains("ExpectedException", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AFutureThatFailed_AndNobodyLooked_IsReported()
    {
        LoopReport report = Assert.Single(VirtualTime.ReportsOf(async () => new Future<int>().SetException(new ExpectedException())));

        Assert.Equal("Future exception was never retrieved: <Future failed with ExpectedException>", report.Message);
    }

    [Fact]
    public void InDebugMode_TheReportSaysWhereTheTaskWasMade()
    {
        LoopReport report = Assert.Single(VirtualTime.ReportsOf(MakesTaskHere, debug: true));

        Assert.StartsWith($"{nameof(MakesTaskHere)} in {nameof(NeverRetrievedTests)}.cs:", report.Place, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("await")]
    [InlineData("exception")]
    [InlineData("result")]
    [InlineData("gather")]
    [InlineData("gather outcomes")]
    [InlineData("shield")]
    [InlineData("wait for")]
    [InlineData("native await")]
    [InlineData("first exception")]
    public void LookingAtIt_IsEnough(string look) => VirtualTime.Run(async () =>
    {
        LoopTask<int> task = CreateTask(FailWithResult());
        switch (look)
        {
            case "await":
                await Awaiting.Throws<ExpectedException>(task);
                break;
            case "exception":
                await Sleep(1);
                Assert.NotNull(task.Exception);
                break;
            case "result":
                await Sleep(1);
                Assert.Throws<ExpectedException>(() => task.Result);
                break;
            case "gather":
                await Awaiting.Throws<ExpectedException>(Gather(task));
                break;
            case "gather outcomes":
                await GatherOutcomes([task]);
                break;
            case "shield":
                await Awaiting.Throws<ExpectedException>(Shield(task));
                break;
            case "wait for":
                await Awaiting.Throws<ExpectedException>(CreateTask(WaitForIt()));
                break;
            case "native await":
                await Assert.ThrowsAsync<ExpectedException>(async () => await task);
                break;
            default:
                // Wait looks at the exception to know whether there is one; CPython's does too.
                await Wait<LoopTask>([task, CreateTask(Sleep(1))], FirstException);
                break;
        }

        async Coroutine WaitForIt() => await WaitFor(task, 10);
    });

    [Theory]
    [InlineData("state")]
    [InlineData("done callback")]
    [InlineData("wait")]
    public void HearingOfIt_IsNotEnough(string hear)
    {
        List<LoopReport> reports = VirtualTime.ReportsOf(async () =>
        {
            LoopTask<int> task = CreateTask(FailWithResult());
            switch (hear)
            {
                case "state":
                    await Sleep(1);
                    Assert.Equal(FutureState.Failed, task.State);
                    Assert.False(task.Cancelled);
                    break;
                case "done callback":
                    task.AddDoneCallback(_ => { });
                    await Sleep(1);
                    break;
                default:
                    await Wait([task]);
                    break;
            }
        });

        Assert.Equal(LoopReportKind.NeverRetrieved, Assert.Single(reports).Kind);
    }

    [Fact]
    public void AmongManyFailures_ThoseThatNobodySaw_AreReportedInOrder()
    {
        List<LoopReport> reports = VirtualTime.ReportsOf(async () =>
        {
            for (int i = 0; i < 500; i++)
            {
                LoopTask task = CreateTask(Fail(), $"{i}");
                await Sleep(0);
                await Sleep(0);
                if (i % 50 != 0)
                {
                    Assert.NotNull(task.Exception);
                }
            }
        });

        Assert.Equal(Enumerable.Range(0, 10).Select(n => $"{n * 50}"), reports.Select(report => ((LoopTask)report.Task!).Name));
    }

    [Fact]
    public void FailuresThatWereSeen_AreNotKeptAlive()
    {
        using EventLoop loop = VirtualTime.NewLoop();
        var references = new List<WeakReference>();
        for (int i = 0; i < 200; i++)
        {
            references.Add(FailAndLook(loop));
        }

        GC.Collect();
        Assert.True(references.Count(reference => reference.IsAlive) <= 40);
    }

    [Fact]
    public void AMainThatFails_IsNotReportedBesides()
    {
        Assert.Empty(VirtualTime.ReportsOf(async () =>
        {
            await Sleep(1);
            throw new ExpectedException();
        }));
    }

    [Fact]
    public void ACancellation_IsNoFailure() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(Sleep(10));
        task.Cancel();
        await Sleep(1);
    });

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference FailAndLook(EventLoop loop)
    {
        var future = new Future<int>(loop);
        future.SetException(new ExpectedException());
        Assert.NotNull(future.Exception);
        return new WeakReference(future);
    }

    private static async Coroutine Fail() => throw new ExpectedException();

    private static async Coroutine<int> FailWithResult() => throw new ExpectedException();

    private static async Coroutine MakesTaskHere()
    {
        _ = CreateTask(Fail());
        await Sleep(1);
    }
}
