using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>Tasks whose first step runs where they are created (3.12's eager tasks, 3.14's eager_start).</summary>
public sealed class EagerTaskTests
{
    [Fact]
    public void Eager_BodyThatNeedsNotWait_HasEndedWhenCreateTaskReturns() => VirtualTime.Run(async () =>
    {
        LoopTask<int> task = CreateTask(Answer(), eager: true);

        Assert.True(task.Done);
        Assert.Equal(42, await task);

        static async Coroutine<int> Answer() => 42;
    });

    [Fact]
    public void Eager_BodyThatWaits_RunsToItsFirstWait_AndGoesOnLater() => VirtualTime.Run(async () =>
    {
        List<string> log = [];

        LoopTask task = CreateTask(Body(), eager: true);
        log.Add("created");
        await task;

        Assert.Equal(["first", "created", "second"], log);

        async Coroutine Body()
        {
            log.Add("first");
            await Sleep(1);
            log.Add("second");
        }
    });

    [Fact]
    public void NotEager_BodyRunsInTheNextIteration() => VirtualTime.Run(async () =>
    {
        bool ran = false;

        LoopTask task = CreateTask(Body());

        Assert.False(ran);
        await task;
        Assert.True(ran);

        async Coroutine Body() => ran = true;
    });

    [Fact]
    public void Eager_CurrentTask_IsTheNewOneInside_AndTheOldOneAgainAfterwards() => VirtualTime.Run(async () =>
    {
        LoopTask outer = CurrentTask!;
        LoopTask? inside = null;

        LoopTask task = CreateTask(Body(), eager: true);

        Assert.Same(task, inside);
        Assert.Same(outer, CurrentTask);

        async Coroutine Body() => inside = CurrentTask;
    });

    [Fact]
    public void Eager_BodyThrows_TheTaskHasFailed_AndTheCreatorGoesOn() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(Body(), eager: true);

        Assert.Equal(FutureState.Failed, task.State);
        await Awaiting.Throws<ExpectedException>(task);

        static async Coroutine Body() => throw new ExpectedException();
    });

    [Fact]
    public void Eager_InsideEager_EachRunsInItsOwnTask() => VirtualTime.Run(async () =>
    {
        List<string> names = [];

        _ = CreateTask(Outer(), "outer", eager: true);

        Assert.Equal(["outer", "inner", "outer"], names);

        async Coroutine Outer()
        {
            names.Add(CurrentTask!.Name);
            _ = CreateTask(Inner(), "inner", eager: true);
            names.Add(CurrentTask!.Name);
        }

        async Coroutine Inner() => names.Add(CurrentTask!.Name);
    });

    [Fact]
    public void Eager_AsyncLocalThatTheBodySets_IsNotSeenByTheCreator() => VirtualTime.Run(async () =>
    {
        var local = new AsyncLocal<int> { Value = 1 };

        LoopTask task = CreateTask(Body(), eager: true);

        Assert.Equal(1, local.Value);
        await task;
        Assert.Equal(1, local.Value);

        async Coroutine Body()
        {
            local.Value = 2;
            await Sleep(1);
            Assert.Equal(2, local.Value);
        }
    });

    [Fact]
    public void EagerTasksOfTheLoop_AreTheDefault_UnlessACallSaysOtherwise()
    {
        List<string> log = [];
        Run(Main(), VirtualTime.Options(_ => { }) with { EagerTasks = true });

        Assert.Equal(["a", "created", "b"], log);

        async Coroutine Main()
        {
            _ = CreateTask(Write("a"));
            LoopTask late = CreateTask(Write("b"), eager: false);
            log.Add("created");
            await late;
        }

        async Coroutine Write(string text) => log.Add(text);
    }

    [Fact]
    public void Eager_Gathered_WhenAllHaveEnded_CostsNoIteration()
    {
        int iterations = -1;
        Run(Main(), VirtualTime.Options(_ => { }) with { EagerTasks = true });

        Assert.Equal(0, iterations);

        async Coroutine Main() => iterations = await Iterations.Of(async () => await Gather(Nothing(), Nothing()));

        static async Coroutine Nothing()
        {
        }
    }

    [Fact]
    public void Eager_CancelledAtItsFirstWait_UnwindsThere() => VirtualTime.Run(async () =>
    {
        bool unwound = false;
        LoopTask task = CreateTask(Body(), eager: true);

        task.Cancel();

        await Awaiting.Throws<CancelledException>(task);
        Assert.True(unwound);

        async Coroutine Body()
        {
            try
            {
                await Sleep(10);
            }
            finally
            {
                unwound = true;
            }
        }
    });
}
