using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class GatherTests
{
    [Fact]
    public void Results_StandInTheOrderOfTheArguments() => VirtualTime.Run(async () =>
    {
        string[] results = await Gather(Work("A", 2), Work("B", 1), Work("C", 3));

        Assert.Equal(["A", "B", "C"], results);
        Assert.Equal(3, Time());
    });

    [Fact]
    public void Arguments_StartInOrder() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        async Coroutine Start(string name) => log.Add(name);
        Future gather = Gather(Start("A"), Start("B"), Start("C"));

        Assert.Empty(log);
        await gather;
        Assert.Equal(["A", "B", "C"], log);
    });

    [Fact]
    public void Nothing_GivesAnEmptyResultAtOnce() => VirtualTime.Run(async () =>
    {
        Future<int[]> none = Gather(new List<Coroutine<int>>());
        Future nothing = Gather(new List<Coroutine>());

        Assert.True(none.Done);
        Assert.Empty(none.Result);
        Assert.True(nothing.Done);
        Assert.Empty(await GatherOutcomes(new List<Coroutine<int>>()));
    });

    [Fact]
    public void TheSameCoroutineTwice_RunsOnceAndHasItsResultInBothPlaces() => VirtualTime.Run(async () =>
    {
        int runs = 0;
        async Coroutine<int> Count()
        {
            await Sleep(1);
            return ++runs;
        }

        Coroutine<int> same = Count();
        int[] results = await Gather(same, Count(), same);

        Assert.Equal([1, 2, 1], results);
        Assert.Equal(2, runs);
    });

    [Fact]
    public void TheSameCoroutineTwice_WithoutAResult_RunsOnce() => VirtualTime.Run(async () =>
    {
        int runs = 0;
        async Coroutine Count() => runs++;
        Coroutine same = Count();

        await Gather(same, same);

        Assert.Equal(1, runs);
    });

    [Fact]
    public void TheSameTaskTwice_IsWaitedForOnce() => VirtualTime.Run(async () =>
    {
        LoopTask<string> task = CreateTask(Work("A", 1));
        LoopTask<string> ended = CreateTask(Work("B", 0));
        await ended;

        string[] results = await Gather(task, ended, task, ended);

        Assert.Equal(["A", "B", "A", "B"], results);
    });

    [Fact]
    public void AnOldCoroutine_WhoseFrameANewOneUses_IsNotTakenForIt() => VirtualTime.Run(async () =>
    {
        Coroutine<string> old = Work("old", 0);
        await old;
        Coroutine<string> fresh = Work("fresh", 0);

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => { Gather(fresh, old); });
        Assert.StartsWith("cannot reuse already awaited coroutine", error.Message, StringComparison.Ordinal);
        await Sleep(1);
    });

    [Fact]
    public void ACoroutineOfAnotherGather_IsRefused() => VirtualTime.Run(async () =>
    {
        Coroutine<string> coroutine = Work("A", 1);
        Future<string[]> first = Gather(coroutine);

        Assert.Throws<InvalidOperationException>(() => { Gather(coroutine); });
        await first;
    });

    [Fact]
    public void FuturesOfAnotherLoop_AreRefused() => VirtualTime.Run(async () =>
    {
        // CPython 3.13 refuses a mixture of loops when it is gathered, and the rest when it is awaited.
        using EventLoop other = VirtualTime.NewLoop();
        var foreign = new Future<int>(other);

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => { Gather([foreign]); });
        Assert.Contains("attached to a different loop", error.Message, StringComparison.Ordinal);
    });

    [Fact]
    public void FirstError_GoesToTheAwaiterAtOnce_AndTheSiblingsGoOn() => VirtualTime.Run(async () =>
    {
        LoopTask<string> slow = CreateTask(Work("slow", 3));

        await Awaiting.Throws<ExpectedException>(Gather(slow, CreateTask(Fail("B", 1)), CreateTask(Work("C", 2))));

        Assert.Equal(1, Time());
        Assert.False(slow.Done);
        Assert.Equal("slow", await slow);
        Assert.Equal(3, Time());
    });

    [Fact]
    public void LaterErrors_CountAsRetrieved() => VirtualTime.Run(async () =>
    {
        ExpectedException error = await Awaiting.Throws<ExpectedException>(Gather(Fail("A", 2), Fail("B", 1), Fail("C", 3)));
        Assert.Equal("B", error.Message);
        await Sleep(5);
    });

    [Fact]
    public void Outcomes_HoldResultsErrorsAndCancellations() => VirtualTime.Run(async () =>
    {
        LoopTask<string> cancelled = CreateTask(Work("C", 5));
        EventLoop.Running.CallLater(TimeSpan.FromSeconds(1), () => cancelled.Cancel("enough"));
        Outcome<string>[] outcomes = await GatherOutcomes([CreateTask(Work("A", 1)), CreateTask(Fail("B", 2)), cancelled]);

        Assert.Equal("A", outcomes[0].Value);
        Assert.True(outcomes[0].Succeeded);
        Assert.False(outcomes[1].Succeeded);
        Assert.Equal("B", Assert.Throws<ExpectedException>(() => outcomes[1].Value).Message);
        Assert.True(outcomes[2].Cancelled);
        Assert.Equal("enough", Assert.IsType<CancelledException>(outcomes[2].Exception).Reason!.Message);
        Assert.Equal("A", outcomes[0].ToString());
        Assert.Equal("ExpectedException: B", outcomes[1].ToString());
    });

    [Fact]
    public void Outcomes_OfUntypedFutures_AreTheirExceptions() => VirtualTime.Run(async () =>
    {
        Exception?[] errors = await GatherOutcomes(new Future[] { CreateTask(Sleep(1)), CreateTask(Fail("B", 1)) });

        Assert.Null(errors[0]);
        Assert.IsType<ExpectedException>(errors[1]);
    });

    [Fact]
    public void DifferentTypes_GiveATuple() => VirtualTime.Run(async () =>
    {
        async Coroutine<T> Give<T>(T value)
        {
            await Sleep(1);
            return value;
        }

        Assert.Equal((1, "two"), await Gather(Give(1), Give("two")));
        Assert.Equal((1, "two", 3.0), await Gather(Give(1), Give("two"), Give(3.0)));
        Assert.Equal((1, "two", 3.0, true), await Gather(Give(1), Give("two"), Give(3.0), Give(true)));
        Assert.Equal(3, Time());
    });

    [Fact]
    public void DoneFutures_CountAtOnce() => VirtualTime.Run(async () =>
    {
        // CPython since 3.12; 3.11 took a turn more.
        Future<int> one = new(), two = new();
        one.SetResult(1);
        two.SetResult(2);

        Future<int[]> gather = Gather([one, two]);

        Assert.True(gather.Done);
        Assert.Equal([1, 2], gather.Result);
    });

    [Fact]
    public void ADoneFailure_IsTheErrorAtOnce() => VirtualTime.Run(async () =>
    {
        Future<int> failed = new(), pending = new();
        failed.SetException(new ExpectedException());

        Future<int[]> gather = Gather([pending, failed]);

        Assert.True(gather.Done);
        Assert.IsType<ExpectedException>(gather.Exception);
    });

    [Fact]
    public void FuturesThatEndWhileTheSequenceIsRead_AreCountedOnce() => VirtualTime.Run(async () =>
    {
        Future<int> early = new(), late = new(), done = new();
        done.SetResult(3);
        IEnumerable<Future<int>> Futures()
        {
            yield return early;
            early.SetResult(1);
            yield return late;
            yield return done;
        }

        EventLoop.Running.CallLater(TimeSpan.FromSeconds(1), () => late.SetResult(2));
        int[] results = await Gather(Futures());

        Assert.Equal([1, 2, 3], results);
        Assert.Equal(1, Time());
    });

    [Fact]
    public void AGather_EndsInTheTurnOfTheChildThatEndedLast() => VirtualTime.Run(async () =>
    {
        EventLoop loop = EventLoop.Running;
        Future<int> first = new();
        Future<int> second = new();
        Future<int> third = new();
        Future<int[]>? gather = null;
        List<bool> done = [];
        IEnumerable<Future<int>> Children()
        {
            yield return first;
            yield return second;
            first.SetResult(1);
            second.SetResult(2);
            loop.CallSoon(() => done.Add(gather!.Done));
            yield return third;
        }

        gather = Gather(Children());
        third.SetResult(3);
        loop.CallSoon(() => done.Add(gather.Done));

        int[] results = await gather;

        Assert.Equal([1, 2, 3], results);
        Assert.Equal([false, true], done);
    });

    [Fact]
    public void GatherInsideGather_GivesResultsOfResults() => VirtualTime.Run(async () =>
    {
        string[][] results = await Gather([Gather(Work("A", 1), Work("B", 2)), Gather(Work("C", 3))]);

        Assert.Equal(["A", "B"], results[0]);
        Assert.Equal(["C"], results[1]);
        Assert.Equal(3, Time());
    });

    [Fact]
    public void Outside_OfALoop_IsAnError()
    {
        Assert.StartsWith(
            "no running event loop",
            Assert.Throws<InvalidOperationException>(() => { Gather(new List<Coroutine>()); }).Message,
            StringComparison.Ordinal);
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
