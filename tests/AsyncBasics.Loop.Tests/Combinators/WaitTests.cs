using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class WaitTests
{
    [Fact]
    public void AllCompleted_ReturnsWhenTheLastHasEnded() => VirtualTime.Run(async () =>
    {
        LoopTask<string> a = CreateTask(Work("A", 2)), b = CreateTask(Work("B", 1));

        WaitResult<LoopTask<string>> result = await Wait([a, b]);

        Assert.Equal([a, b], result.Done);
        Assert.Empty(result.Pending);
        Assert.Equal(2, Time());
    });

    [Fact]
    public void FirstCompleted_ReturnsWithTheFirst_AndTheOthersGoOn() => VirtualTime.Run(async () =>
    {
        LoopTask<string> a = CreateTask(Work("A", 3)), b = CreateTask(Work("B", 1)), c = CreateTask(Work("C", 2));

        WaitResult<LoopTask<string>> result = await Wait([a, b, c], FirstCompleted);

        Assert.Equal([b], result.Done);
        Assert.Equal([a, c], result.Pending);
        Assert.Equal(1, Time());
        Assert.Equal("A", await a);
        Assert.Equal("C", await c);
    });

    [Fact]
    public void FirstException_ReturnsWithTheFirstFailure() => VirtualTime.Run(async () =>
    {
        LoopTask<string> a = CreateTask(Work("A", 1)), b = CreateTask(Fail("B", 2)), c = CreateTask(Work("C", 3));

        WaitResult<LoopTask<string>> result = await Wait([a, b, c], FirstException);

        Assert.Equal([a, b], result.Done);
        Assert.Equal([c], result.Pending);
        Assert.Equal(2, Time());
        await c;
    });

    [Fact]
    public void FirstException_WithoutAFailure_WaitsForAll() => VirtualTime.Run(async () =>
    {
        LoopTask<string> a = CreateTask(Work("A", 1)), b = CreateTask(Work("B", 2));

        await Wait([a, b], FirstException);

        Assert.Equal(2, Time());
    });

    [Fact]
    public void FirstException_DoesNotCountACancellation() => VirtualTime.Run(async () =>
    {
        // CPython 3.13: a cancelled task ends FIRST_COMPLETED but not FIRST_EXCEPTION.
        LoopTask<string> a = CreateTask(Work("A", 10)), b = CreateTask(Work("B", 2));
        await Sleep(0);
        a.Cancel();

        WaitResult<LoopTask<string>> first = await Wait([a, b], FirstCompleted);
        Assert.Equal([a], first.Done);
        Assert.Equal(0, Time());
        WaitResult<LoopTask<string>> all = await Wait([a, b], FirstException);
        Assert.Equal([a, b], all.Done);
        Assert.Equal(2, Time());
    });

    [Fact]
    public void Timeout_ReturnsWhatIsDone_AndCancelsNothing() => VirtualTime.Run(async () =>
    {
        LoopTask<string> a = CreateTask(Work("A", 1)), b = CreateTask(Work("B", 5));

        WaitResult<LoopTask<string>> result = await Wait([a, b], timeout: 2);

        Assert.Equal([a], result.Done);
        Assert.Equal([b], result.Pending);
        Assert.Equal(2, Time());
        Assert.False(b.Done);
        Assert.Equal("B", await b);
    });

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Timeout_OfNothing_ReturnsAtOnce(double timeout) => VirtualTime.Run(async () =>
    {
        LoopTask<string> a = CreateTask(Work("A", 1));

        WaitResult<LoopTask<string>> result = await Wait([a], timeout: timeout);

        Assert.Equal([a], result.Pending);
        Assert.Equal(0, Time());
        await a;
    });

    [Fact]
    public void Timeout_ThatIsNotANumber_IsAnArgumentError() => VirtualTime.Run(async () =>
    {
        LoopTask<string> a = CreateTask(Work("A", 1));

        await Awaiting.Throws<ArgumentOutOfRangeException>(CreateTask(Wait([a], timeout: double.NaN)));
        await a;
    });

    [Fact]
    public void Timeout_ThatIsNotNeeded_LeavesNoTimerBehind() => VirtualTime.Run(async () =>
    {
        await Wait([CreateTask(Work("A", 1))], timeout: 1000);
        Assert.Equal(1, Time());
        Assert.Null(EventLoop.Running.Timers.NextDeadline);
    });

    [Fact]
    public void Nothing_IsRefused() => VirtualTime.Run(async () =>
    {
        ArgumentException error = await Awaiting.Throws<ArgumentException>(CreateTask(Wait(new List<LoopTask>())));

        Assert.StartsWith("Set of Tasks/Futures is empty.", error.Message, StringComparison.Ordinal);
    });

    [Fact]
    public void Errors_AreNotThrown_AndStillHaveToBeLookedAt()
    {
        List<LoopReport> reports = VirtualTime.ReportsOf(async () =>
        {
            WaitResult<LoopTask<string>> result = await Wait([CreateTask(Fail("A", 1))]);
            Assert.Equal(FutureState.Failed, result.Done[0].State);
        });

        Assert.Equal(LoopReportKind.NeverRetrieved, Assert.Single(reports).Kind);
    }

    [Fact]
    public void OneGivenTwice_CountsOnce() => VirtualTime.Run(async () =>
    {
        LoopTask<string> a = CreateTask(Work("A", 1));

        WaitResult<LoopTask<string>> result = await Wait([a, a]);

        Assert.Equal([a], result.Done);
    });

    [Fact]
    public void Done_BeforeTheCall_IsFound() => VirtualTime.Run(async () =>
    {
        LoopTask<string> a = CreateTask(Work("A", 1)), b = CreateTask(Work("B", 5));
        await a;

        WaitResult<LoopTask<string>> result = await Wait([b, a], FirstCompleted);

        Assert.Equal([a], result.Done);
        Assert.Equal([b], result.Pending);
        Assert.Equal(1, Time());
        await b;
    });

    [Fact]
    public void CancellingTheWaiter_CancelsNothingElse() => VirtualTime.Run(async () =>
    {
        LoopTask<string> a = CreateTask(Work("A", 5));
        LoopTask<WaitResult<LoopTask<string>>> waiter = CreateTask(Wait([a], timeout: 4));
        await Sleep(1);
        waiter.Cancel();
        await Awaiting.Throws<CancelledException>(waiter);

        Assert.False(a.Done);
        Assert.Equal("A", await a);
    });

    [Fact]
    public void WaitingAgainAndAgain_LeavesNoCallbacksBehind() => VirtualTime.Run(async () =>
    {
        LoopTask<string> a = CreateTask(Work("A", 50));
        for (int i = 0; i < 10; i++)
        {
            await Gather(Wait([a], timeout: 1), Wait([a], timeout: 1));
        }

        string[] results = await Gather(a);
        Assert.Equal(["A"], results);
    });

    [Fact]
    public void PlainFuturesAndTasks_CanBeMixed() => VirtualTime.Run(async () =>
    {
        var future = new Future<int>();
        EventLoop.Running.CallLater(TimeSpan.FromSeconds(2), () => future.SetResult(1));

        WaitResult<Future> result = await Wait<Future>([future, CreateTask(Work("A", 1))]);

        Assert.Equal(2, result.Done.Count);
        Assert.Equal(2, Time());
    });

    [Fact]
    public void FuturesOfAnotherLoop_AreRefused() => VirtualTime.Run(async () =>
    {
        // CPython 3.13 lets them pass, and is called back on the other loop's thread.
        using EventLoop other = VirtualTime.NewLoop();
        var foreign = new Future<int>(other);

        InvalidOperationException error = await Awaiting.Throws<InvalidOperationException>(CreateTask(Wait([foreign])));
        Assert.Contains("attached to a different loop", error.Message, StringComparison.Ordinal);
    });

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
