using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class ShieldTests
{
    [Fact]
    public void Shield_GivesTheResult() => VirtualTime.Run(async () =>
    {
        Assert.Equal("A", await Shield(Work("A", 1)));
        Assert.Equal("B", await Shield(CreateTask(Work("B", 1))));
        await Shield(Sleep(1));
        await Shield(CreateTask(Sleep(1)));
        Assert.Equal(4, Time());
    });

    [Fact]
    public void Shield_OfOneTrivialTask_TakesThreeIterations() => VirtualTime.Run(async () =>
        Assert.Equal(3, await Iterations.Of(async () => await Shield(Trivial()))));

    [Fact]
    public void Shield_OfATaskThatHasEnded_DoesNotYield() => VirtualTime.Run(async () =>
    {
        LoopTask<string> task = CreateTask(Work("A", 1));
        await task;

        Assert.Equal(0, await Iterations.Of(async () => Assert.Equal("A", await Shield(task))));
    });

    [Fact]
    public void Shield_GivesTheError() => VirtualTime.Run(async () =>
        Assert.Equal("A", (await Awaiting.Throws<ExpectedException>(Shield(Fail("A", 1)))).Message));

    [Fact]
    public void Shield_OfAFutureThatHasFailed_GivesTheErrorAtOnce() => VirtualTime.Run(async () =>
    {
        var future = new Future<int>();
        future.SetException(new ExpectedException());

        await Awaiting.Throws<ExpectedException>(Shield(future));
    });

    [Fact]
    public void TheWaiterIsCancelled_TheShieldedTaskGoesOn() => VirtualTime.Run(async () =>
    {
        LoopTask<string> inner = CreateTask(Work("A", 3));
        LoopTask waiter = CreateTask(Wait(inner));
        await Sleep(1);

        waiter.Cancel();

        await Awaiting.Throws<CancelledException>(waiter);
        Assert.Equal(1, Time());
        Assert.Equal("A", await inner);
        Assert.Equal(3, Time());
    });

    [Fact]
    public void TheShieldIsCancelled_WithItsReason() => VirtualTime.Run(async () =>
    {
        LoopTask<string> inner = CreateTask(Work("A", 1));
        Future<string> shield = Shield(inner);

        Assert.True(shield.Cancel("not needed"));

        Assert.False(shield.Cancel());
        Assert.Equal("not needed", (await Awaiting.Throws<CancelledException>(shield)).Reason?.Message);
        Assert.Equal("A", await inner);
    });

    [Fact]
    public void TheShieldedTaskIsCancelled_TheWaiterToo() => VirtualTime.Run(async () =>
    {
        LoopTask<string> inner = CreateTask(Work("A", 10));
        Future<string> shield = Shield(inner);
        await Sleep(1);

        inner.Cancel("inner");

        Assert.Equal("inner", (await Awaiting.Throws<CancelledException>(shield)).Reason?.Message);
        Assert.True(shield.Cancelled);
    });

    [Fact]
    public void BothAreCancelledInOneStep_BothEnd() => VirtualTime.Run(async () =>
    {
        LoopTask<string> inner = CreateTask(Work("A", 10));
        Future<string> shield = Shield(inner);
        await Sleep(0);

        shield.Cancel();
        inner.Cancel();

        await Awaiting.Throws<CancelledException>(shield);
        await Awaiting.Throws<CancelledException>(inner);
    });

    [Fact]
    public void Shield_OfAGather_ItsChildrenGoOn() => VirtualTime.Run(async () =>
    {
        LoopTask<string> a = CreateTask(Work("A", 1)), b = CreateTask(Work("B", 2));
        Future<string[]> shield = Shield(Gather(a, b));
        await Sleep(0.5);

        shield.Cancel();

        Assert.Equal(("A", "B"), (await a, await b));
    });

    [Fact]
    public void Gather_OfShields_EndsAtOnceWhenItIsCancelled() => VirtualTime.Run(async () =>
    {
        // CPython 3.13: the gather is cancelled at 0.5, a and b are not done then and end by themselves.
        LoopTask<string> a = CreateTask(Work("A", 1)), b = CreateTask(Work("B", 2));
        Future<string[]> gather = Gather([Shield(a), Shield(b)]);
        await Sleep(0.5);

        gather.Cancel();

        await Awaiting.Throws<CancelledException>(gather);
        Assert.Equal((0.5, false, false), (Time(), a.Done, b.Done));
        Assert.Equal(("A", "B"), (await a, await b));
    });

    [Fact]
    public void InATimeout_TheTaskOutlivesIt() => VirtualTime.Run(async () =>
    {
        LoopTask<string> inner = CreateTask(Work("A", 3));

        await Awaiting.Throws<TimeoutException>(Timeout(1, () => Wait(inner)));

        Assert.Equal("A", await inner);
    });

    [Fact]
    public void AnErrorThatComesAfterTheShieldWasCancelled_IsReported()
    {
        // 3.14; before, it was silently dropped or reported as never retrieved.
        List<LoopReport> reports = VirtualTime.ReportsOf(async () =>
        {
            Future<string> shield = Shield(Fail("late", 1));
            shield.Cancel();
            await Sleep(2);
        });

        LoopReport report = Assert.Single(reports);
        Assert.Equal(LoopReportKind.Unhandled, report.Kind);
        Assert.StartsWith("ExpectedException exception in shielded future", report.Message, StringComparison.Ordinal);
        Assert.Equal("late", report.Exception?.Message);
    }

    [Fact]
    public void AnErrorThatComesAfterSeveralShieldsWereCancelled_IsReportedOnce()
    {
        List<LoopReport> reports = VirtualTime.ReportsOf(async () =>
        {
            LoopTask<string> inner = CreateTask(Fail("late", 10));
            for (int i = 0; i < 3; i++)
            {
                await Awaiting.Throws<TimeoutException>(Timeout(1, () => Wait(inner)));
            }

            await Sleep(20);
        });

        Assert.Single(reports);
    }

    [Fact]
    public void AnErrorThatSomebodyElseSees_WhileOneShieldWasCancelled_IsReportedAllTheSame()
    {
        // As in CPython 3.14, where the shield cannot know of the other one either.
        List<LoopReport> reports = VirtualTime.ReportsOf(async () =>
        {
            LoopTask<string> inner = CreateTask(Fail("late", 1));
            Shield(inner).Cancel();
            await Awaiting.Throws<ExpectedException>(inner);
        });

        Assert.Equal(LoopReportKind.Unhandled, Assert.Single(reports).Kind);
    }

    [Fact]
    public void AnErrorThatNobodyWaitedFor_IsReportedOnce()
    {
        List<LoopReport> reports = VirtualTime.ReportsOf(async () =>
        {
            _ = Shield(Fail("unseen", 1));
            await Sleep(2);
        });

        Assert.Equal(LoopReportKind.NeverRetrieved, Assert.Single(reports).Kind);
    }

    [Fact]
    public void SeveralShieldsOfOneTask_AllGetTheResult_InTheOrderInWhichTheyWereMade() => VirtualTime.Run(async () =>
    {
        List<int> log = [];
        LoopTask<string> inner = CreateTask(Work("A", 1));
        await Gather(from i in Enumerable.Range(0, 3) select Wait(i));

        Assert.Equal([0, 1, 2], log);

        async Coroutine Wait(int i)
        {
            await Shield(inner);
            log.Add(i);
        }
    });

    [Fact]
    public void WithoutATask_IsAnArgumentError()
    {
        Assert.Throws<ArgumentNullException>(() => { Shield((LoopTask<int>)null!); });
        Assert.Throws<ArgumentNullException>(() => { Shield((Future<int>)null!); });
        Assert.Throws<ArgumentNullException>(() => { Shield((Future)null!); });
    }

    [Fact]
    public void OfACoroutine_OutsideALoop_IsRefused()
    {
        // The message says what to do; the coroutine is left to whoever reports forgotten ones.
        using EventLoop loop = VirtualTime.NewLoop();
        Assert.Contains(
            "no running event loop",
            Assert.Throws<InvalidOperationException>(() => { Shield(Trivial()); }).Message,
            StringComparison.Ordinal);
    }

    private static async Coroutine Wait(LoopTask<string> inner) => await Shield(inner);

    private static async Coroutine Trivial()
    {
    }

    private static async Coroutine<string> Work(string name, double seconds)
    {
        await Sleep(seconds);
        return name;
    }

    private static async Coroutine<string> Fail(string message, double seconds)
    {
        await Sleep(seconds);
        throw new ExpectedException(message);
    }
}
