using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>Tasks whose first step runs when they are created (<c>asyncio.eager_task_factory</c>, <c>eager_start</c> of 3.14).</summary>
public sealed class EagerTaskTests
{
    [Fact]
    public void ATaskThatNeedNotWait_HasEndedWhenItIsCreated() => VirtualTime.Run(async () =>
    {
        LoopTask<int> task = CreateTask(Value(7), eager: true);

        Assert.Equal(FutureState.Succeeded, task.State);
        Assert.Equal(7, task.Result);
        Assert.Equal(0, await Iterations.Of(async () => await task));
    });

    [Fact]
    public void ATaskThatWaits_HasRunToItsFirstWait() => VirtualTime.Run(async () =>
    {
        List<string> log = [];

        LoopTask task = CreateTask(Body(), eager: true);
        log.Add("created");
        await task;

        Assert.Equal(["begun", "created", "ended"], log);

        async Coroutine Body()
        {
            log.Add("begun");
            await Sleep(0);
            log.Add("ended");
        }
    });

    [Fact]
    public void WithoutTheOption_TheFirstStepIsQueued() => VirtualTime.Run(async () =>
    {
        LoopTask<int> lazy = CreateTask(Value(7)), saidSo = CreateTask(Value(8), eager: false);

        Assert.Equal((false, false), (lazy.Done, saidSo.Done));
        Assert.Equal(15, await lazy + await saidSo);
    });

    [Fact]
    public void WithTheLoopsOption_EveryTaskIsEager_UnlessItSaysNo() => RunEagerly(async () =>
    {
        LoopTask<int> eager = CreateTask(Value(7)), lazy = CreateTask(Value(8), eager: false);

        Assert.Equal((true, false), (eager.Done, lazy.Done));
        Assert.Equal(15, await eager + await lazy);
    });

    [Fact]
    public void WithTheLoopsOption_GatherOfWhatNeedNotWait_IsDoneAtOnce() => RunEagerly(async () =>
    {
        // CPython 3.12: a gather of eager tasks that have all ended has ended itself.
        Future<int[]> gather = Gather(Value(1), Value(2), Value(3));

        Assert.True(gather.Done);
        int[] results = await gather;
        Assert.Equal([1, 2, 3], results);
    });

    [Fact]
    public void WithTheLoopsOption_WaitForNoTimeAtAll_GivesWhatNeedNotWait() => RunEagerly(async () =>
        Assert.Equal(7, await WaitFor(Value(7), 0)));

    [Fact]
    public void WithTheLoopsOption_NestedGathers_NeedNoStepOfTheirTasks() => RunEagerly(async () =>
    {
        // CPython counts the tasks of such a tree that are scheduled on the loop: 0 when they are eager.
        int leaves = 0;
        await Tree(4);

        Assert.Equal(81, leaves);
        Assert.Equal([CurrentTask!], AllTasks());

        async Coroutine Tree(int levels)
        {
            if (levels == 0)
            {
                leaves++;
                return;
            }

            await Gather(Tree(levels - 1), Tree(levels - 1), Tree(levels - 1));
        }
    });

    [Fact]
    public void OutsideARunningLoop_TheFirstStepIsQueued()
    {
        using EventLoop loop = VirtualTime.NewLoop();

        LoopTask<int> task = loop.CreateTask(Value(7), eager: true);
        Assert.False(task.Done);

        loop.RunUntilComplete(task);
        Assert.Equal(7, task.Result);
    }

    [Fact]
    public void InACallback_WorksToo_AndNoTaskIsCurrentAfterwards() => VirtualTime.Run(async () =>
    {
        LoopTask? inside = null, after = CurrentTask;
        LoopTask? task = null;
        EventLoop.Running.CallSoon(() =>
        {
            task = CreateTask(Look(), eager: true);
            after = CurrentTask;
        });
        await Sleep(1);

        Assert.Same(task, inside);
        Assert.Null(after);

        async Coroutine Look() => inside = CurrentTask;
    });

    [Fact]
    public void CurrentTask_IsTheEagerOneInItsStep_AndTheCreatorAfterwards() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        CurrentTask!.Name = "main";

        LoopTask outer = CreateTask(Outer(), "outer", eager: true);
        log.Add($"{CurrentTask!.Name} goes on");
        await outer;

        Assert.Equal(["outer", "inner", "outer again", "main goes on", "inner after its wait", "outer at its end"], log);

        async Coroutine Outer()
        {
            log.Add(CurrentTask!.Name);
            LoopTask inner = CreateTask(Inner(), "inner", eager: true);
            log.Add($"{CurrentTask!.Name} again");
            await inner;
            log.Add($"{CurrentTask!.Name} at its end");
        }

        async Coroutine Inner()
        {
            log.Add(CurrentTask!.Name);
            await Sleep(0);
            log.Add($"{CurrentTask!.Name} after its wait");
        }
    });

    [Fact]
    public void AllTasks_HasItOnlyWhileItRunsOrWaits() => VirtualTime.Run(async () =>
    {
        int inside = 0;

        LoopTask ended = CreateTask(Count(), eager: true), waiting = CreateTask(Sleep(1), eager: true);

        Assert.Equal(2, inside);
        Assert.DoesNotContain(ended, AllTasks());
        Assert.Contains(waiting, AllTasks());
        await waiting;

        async Coroutine Count() => inside = AllTasks().Count;
    });

    [Fact]
    public void AnErrorInTheFirstStep_IsTheTasksError_NotTheCreators() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(Fail(), eager: true);

        Assert.Equal(FutureState.Failed, task.State);
        await Awaiting.Throws<ExpectedException>(task);
    });

    [Fact]
    public void AnErrorInTheFirstStepThatNobodySees_IsReported()
    {
        List<LoopReport> reports = VirtualTime.ReportsOf(async () => _ = CreateTask(Fail(), eager: true));

        Assert.Equal(LoopReportKind.NeverRetrieved, Assert.Single(reports).Kind);
    }

    [Fact]
    public void CancelledAfterItsEnd_NothingHappens() => VirtualTime.Run(async () =>
    {
        LoopTask<int> task = CreateTask(Value(7), eager: true);

        Assert.False(task.Cancel());

        Assert.Equal(7, await task);
    });

    [Fact]
    public void CancelledAtItsFirstWait_IsCancelled() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(Sleep(10), eager: true);

        Assert.True(task.Cancel());

        await Awaiting.Throws<CancelledException>(task);
        Assert.Equal(0, Time());
    });

    [Fact]
    public void CancelledByItselfInTheFirstStep_IsCancelledAtItsFirstWait() => VirtualTime.Run(async () =>
    {
        List<string> log = [];

        LoopTask task = CreateTask(Body(), eager: true);

        await Awaiting.Throws<CancelledException>(task);
        Assert.Equal(["asked"], log);

        async Coroutine Body()
        {
            CurrentTask!.Cancel();
            log.Add("asked");
            await Sleep(0);
            log.Add("not here");
        }
    });

    [Fact]
    public void TheCreatorIsCancelledByTheEagerStep_AndToldAtItsNextWait() => VirtualTime.Run(async () =>
    {
        LoopTask creator = CreateTask(Create());

        await Awaiting.Throws<CancelledException>(creator);

        static async Coroutine Create()
        {
            LoopTask me = CurrentTask!;
            _ = CreateTask(CancelOther(me), eager: true);
            await Sleep(10);
        }

        static async Coroutine CancelOther(LoopTask other) => other.Cancel();
    });

    [Fact]
    public void ItWaitsForItsCreator_WhichGoesOn() => VirtualTime.Run(async () =>
    {
        LoopTask creator = CreateTask(Create());
        await creator;

        static async Coroutine Create()
        {
            LoopTask me = CurrentTask!;
            _ = CreateTask(Await(me), eager: true);
            await Sleep(1);
        }

        static async Coroutine Await(LoopTask task) => await task;
    });

    [Fact]
    public void ACoroutineThatWasAwaitedBefore_IsRefused() => VirtualTime.Run(async () =>
    {
        Coroutine<int> coroutine = Value(7);
        await coroutine;

        Assert.Throws<InvalidOperationException>(() => CreateTask(coroutine, eager: true));
    });

    [Fact]
    public void AForgottenCoroutineInTheEagerStep_IsReportedAsItsOwn()
    {
        List<LoopReport> reports = VirtualTime.ReportsOf(async () =>
        {
            _ = CreateTask(Forget(), eager: true);
            await Sleep(1);
        });

        Assert.Equal("coroutine 'Value' was never awaited", Assert.Single(reports).Message);

        static async Coroutine Forget() => _ = Value(1);
    }

    [Fact]
    public void InsideEachOther_ALongWay_TheStackHolds() => VirtualTime.Run(async () =>
    {
        int deepest = 0;

        LoopTask first = CreateTask(Nest(1), eager: true);
        await first;

        Assert.Equal(100_000, deepest);

        async Coroutine Nest(int level)
        {
            deepest = Math.Max(deepest, level);
            if (level < 100_000)
            {
                await CreateTask(Nest(level + 1), eager: true);
            }
        }
    });

    private static async Coroutine<int> Value(int value) => value;

    private static async Coroutine Fail() => throw new ExpectedException();

    private static void RunEagerly(Func<Coroutine> main)
    {
        List<LoopReport> reports = [];
        Asyncio.Run(main(), VirtualTime.Options(reports.Add) with { EagerTasks = true });
        Assert.Empty(reports);
    }
}
