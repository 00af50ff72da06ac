using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>A coroutine that nobody awaits is reported, at a fixed moment.</summary>
public sealed class NeverAwaitedTests
{
    [Fact]
    public void AForgottenAwait_IsReportedByName()
    {
        LoopReport report = Assert.Single(VirtualTime.ReportsOf(async () =>
        {
            _ = Forgotten();
            await Sleep(1);
        }));

        Assert.Equal(LoopReportKind.NeverAwaited, report.Kind);
        Assert.Equal("coroutine 'Forgotten' was never awaited", report.Message);
        Assert.Null(report.Place);
        Assert.Equal(report.Message, report.ToString());
    }

    [Fact]
    public void InDebugMode_TheReportSaysWhereItWasMade()
    {
        LoopReport report = Assert.Single(VirtualTime.ReportsOf(ForgetsHere, debug: true));

        Assert.StartsWith($"{nameof(ForgetsHere)} in {nameof(NeverAwaitedTests)}.cs:", report.Place, StringComparison.Ordinal);
        Assert.Contains($"created by {report.Place}", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void TheReport_ComesWhenTheTaskThatMadeItEnds()
    {
        List<string> log = [];
        using EventLoop loop = VirtualTime.NewLoop(report => log.Add(report.Message));
        async Coroutine Maker()
        {
            _ = Forgotten();
            await Sleep(1);
            _ = AlsoForgotten();
            log.Add("maker ends");
        }

        async Coroutine Main()
        {
            LoopTask maker = CreateTask(Maker());
            await Sleep(0.5);
            log.Add("half time");
            await maker;
            log.Add("awaited");
        }

        loop.RunUntilComplete(loop.CreateTask(Main()));
        Assert.Equal(
            [
                "half time",
                "maker ends",
                "coroutine 'Forgotten' was never awaited",
                "coroutine 'AlsoForgotten' was never awaited",
                "awaited",
            ],
            log);
    }

    [Fact]
    public void EachTask_AnswersForWhatItHasMade()
    {
        List<string> log = [];
        using EventLoop loop = VirtualTime.NewLoop(report => log.Add($"{report.Message} at {Time()}"));
        async Coroutine Maker(double seconds, Func<Coroutine> forget)
        {
            _ = forget();
            await Sleep(seconds);
        }

        async Coroutine Main() => await Gather(Maker(2, Forgotten), Maker(1, AlsoForgotten));
        loop.RunUntilComplete(loop.CreateTask(Main()));
        Assert.Equal(
            ["coroutine 'AlsoForgotten' was never awaited at 1", "coroutine 'Forgotten' was never awaited at 2"], log);
    }

    [Fact]
    public void WhatANestedCallForgets_IsAMatterOfTheTask()
    {
        List<string> log = [];
        using EventLoop loop = VirtualTime.NewLoop(report => log.Add(report.Message));
        async Coroutine Inner() => _ = Forgotten();
        async Coroutine Main()
        {
            await Inner();
            await Sleep(1);
            log.Add("main ends");
        }

        loop.RunUntilComplete(loop.CreateTask(Main()));
        Assert.Equal(["main ends", "coroutine 'Forgotten' was never awaited"], log);
    }

    [Fact]
    public void WhatIsAwaitedLater_OrByAnotherTask_IsNotForgotten() => VirtualTime.Run(async () =>
    {
        List<Coroutine> made = [];
        async Coroutine Maker()
        {
            for (int i = 0; i < 10; i++)
            {
                made.Add(Forgotten());
            }

            await Sleep(5);
        }

        LoopTask maker = CreateTask(Maker());
        await Sleep(1);
        await Gather(made[7], made[2], made[5]);
        await made[0];
        _ = CreateTask(made[9]);
        made.RemoveAll(coroutine => coroutine.ToString().Contains("already", StringComparison.Ordinal));
        Assert.Equal(5, made.Count);
        await Gather(made);
        await maker;
    });

    [Fact]
    public void WhatIsAwaitedAfterItsMakersEnd_WasReportedBefore()
    {
        // The price of a report at a fixed moment: CPython's garbage collector knows that this one is still held.
        List<LoopReport> reports = VirtualTime.ReportsOf(async () =>
        {
            Coroutine made = default;
            async Coroutine Maker() => made = Forgotten();
            await CreateTask(Maker());
            await made;
        });

        Assert.Equal("coroutine 'Forgotten' was never awaited", Assert.Single(reports).Message);
    }

    [Fact]
    public void WhatACallbackForgets_IsReportedWhenTheLoopCloses()
    {
        List<string> log = [];
        using (EventLoop loop = VirtualTime.NewLoop(report => log.Add(report.Message)))
        {
            loop.CallSoon(() => _ = Forgotten());
            loop.RunUntilComplete(loop.CreateTask(Sleep(1)));
            log.Add("closing");
        }

        Assert.Equal(["closing", "coroutine 'Forgotten' was never awaited"], log);
    }

    [Fact]
    public void WhatIsForgottenOutsideOfALoop_IsReportedWhenTheNextLoopOnTheThreadCloses()
    {
        _ = Forgotten();
        Assert.Equal(
            "coroutine 'Forgotten' was never awaited",
            Assert.Single(VirtualTime.ReportsOf(async () => await Sleep(1))).Message);
        Assert.Empty(VirtualTime.ReportsOf(async () => await Sleep(1)));
    }

    [Fact]
    public void EveryRun_ReportsTheSameInTheSameOrder()
    {
        static List<string> Reports() => [.. VirtualTime.ReportsOf(async () =>
        {
            async Coroutine<int> Maker(int n)
            {
                _ = Forgotten();
                await Sleep(n % 3);
                _ = AlsoForgotten();
                Coroutine kept = Forgotten();
                await kept;
                return n;
            }

            await Gather(Enumerable.Range(0, 20).Select(Maker));
            _ = Sleep(1);
        }).Select(report => report.Message)];

        List<string> first = Reports();
        Assert.Equal(41, first.Count);
        Assert.Equal("coroutine 'Sleep' was never awaited", first[^1]);
        for (int i = 0; i < 5; i++)
        {
            Assert.Equal(first, Reports());
        }
    }

    [Fact]
    public void ALoopThatCloses_DoesNotReportWhatAnotherLoopStillNeeds()
    {
        List<string> log = [];
        using EventLoop first = VirtualTime.NewLoop(report => log.Add($"first: {report.Message}"));
        EventLoop second = VirtualTime.NewLoop(report => log.Add($"second: {report.Message}"));
        async Coroutine Main()
        {
            Coroutine kept = Forgotten();
            await Sleep(2);
            await kept;
        }

        LoopTask main = first.CreateTask(Main());
        first.CallLater(TimeSpan.FromSeconds(1), first.Stop);
        first.RunForever();
        second.RunUntilComplete(second.CreateTask(Sleep(1)));
        second.Close();
        first.RunUntilComplete(main);

        Assert.Empty(log);
    }

    private static async Coroutine Forgotten() => await Sleep(0);

    private static async Coroutine AlsoForgotten() => await Sleep(0);

    private static async Coroutine ForgetsHere()
    {
        await Sleep(1);
        _ = Forgotten();
    }

    [Fact]
    public void ManyThatAreMadeFirst_AndAwaitedLater_AreNotReported() => VirtualTime.Run(async () =>
    {
        Coroutine[] sleeps = [.. Enumerable.Range(0, 70_000).Select(_ => Sleep(1))];

        await Gather(sleeps);
    });
}
