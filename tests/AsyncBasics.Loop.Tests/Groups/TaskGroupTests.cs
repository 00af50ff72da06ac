using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>What a group does with tasks that end by themselves, well or badly.</summary>
public sealed class TaskGroupTests
{
    [Fact]
    public void Run_WaitsForAllItsTasks() => VirtualTime.Run(async () =>
    {
        LoopTask<int>? first = null, second = null;

        await TaskGroup.Run(async group =>
        {
            first = group.CreateTask(Value(1, after: 2));
            second = group.CreateTask(Value(2, after: 3));
        });

        Assert.Equal(3, Time());
        Assert.Equal((1, 2), (first!.Result, second!.Result));
    });

    [Fact]
    public void Run_TasksRunWhileTheBodyWaits() => VirtualTime.Run(async () =>
    {
        LoopTask<int>? task = null;

        await TaskGroup.Run(async group =>
        {
            task = group.CreateTask(Value(1, after: 1));
            Assert.Equal(1, await task);
            await Sleep(4);
        });

        Assert.Equal(5, Time());
    });

    [Fact]
    public void Run_GivesTheBodysResult() => VirtualTime.Run(async () =>
    {
        int sum = await TaskGroup.Run(async group =>
        {
            LoopTask<int> a = group.CreateTask(Value(1, after: 1)), b = group.CreateTask(Value(2, after: 1));
            return await a + await b;
        });

        Assert.Equal(3, sum);
    });

    [Fact]
    public void Run_AnEmptyGroup_DoesNotYield() => VirtualTime.Run(async () =>
        Assert.Equal(0, await Iterations.Of(() => TaskGroup.Run(async _ => { }))));

    [Fact]
    public void Run_OneTrivialTask_TakesThreeIterations() => VirtualTime.Run(async () =>
        Assert.Equal(3, await Iterations.Of(() => TaskGroup.Run(async group => { _ = group.CreateTask(Trivial()); }))));

    [Fact]
    public void Run_AFailingTaskThatInterruptsTheBody_TakesThreeIterations() => VirtualTime.Run(async () =>
        Assert.Equal(3, await Iterations.Of(async () =>
        {
            await Awaiting.Throws<AggregateException>(TaskGroup.Run(async group =>
            {
                _ = group.CreateTask(Fail());
                await Sleep(10);
            }));
        })));

    [Fact]
    public void Run_AFailingBody_TakesFourIterationsWithASleepOfZeroFirst() => VirtualTime.Run(async () =>
        Assert.Equal(4, await Iterations.Of(async () =>
        {
            await Awaiting.Throws<AggregateException>(TaskGroup.Run(async group =>
            {
                _ = group.CreateTask(Sleep(10));
                await Sleep(0);
                throw new ExpectedException();
            }));
        })));

    [Fact]
    public void Run_AGroupInsideAGroup_TakesSixIterations() => VirtualTime.Run(async () =>
        Assert.Equal(6, await Iterations.Of(() => TaskGroup.Run(async outer =>
        {
            await TaskGroup.Run(async inner => { _ = inner.CreateTask(Trivial()); });
            _ = outer.CreateTask(Trivial());
        }))));

    [Fact]
    public void Run_ATaskMayAddTasks_WhileTheGroupIsBeingLeft() => VirtualTime.Run(async () =>
    {
        List<string> log = [];

        await TaskGroup.Run(async group => { _ = group.CreateTask(Grow(group, 3)); });

        Assert.Equal(["3 at 0", "2 at 1", "1 at 2", "0 at 3"], log);
        Assert.Equal(4, Time());

        async Coroutine Grow(TaskGroup group, int levels)
        {
            log.Add($"{levels} at {Time()}");
            if (levels > 0)
            {
                await Sleep(1);
                _ = group.CreateTask(Grow(group, levels - 1));
            }

            await Sleep(1);
        }
    });

    [Fact]
    public void CreateTask_AfterTheGroupsEnd_IsRefused_AndTheCoroutineIsNotReportedAsForgotten() => VirtualTime.Run(async () =>
    {
        TaskGroup? left = null;
        await TaskGroup.Run(async group => left = group);

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => left!.CreateTask(Trivial()));

        Assert.StartsWith("TaskGroup is finished", error.Message, StringComparison.Ordinal);
    });

    [Fact]
    public void CreateTask_AfterAFailure_IsRefused() => VirtualTime.Run(async () =>
    {
        string? refused = null;

        AggregateException error = await Awaiting.Throws<AggregateException>(TaskGroup.Run(async group =>
        {
            _ = group.CreateTask(Fail());
            try
            {
                await Sleep(1);
            }
            finally
            {
                refused = Assert.Throws<InvalidOperationException>(() => group.CreateTask(Value(1, after: 1))).Message;
            }
        }));

        Assert.StartsWith("TaskGroup is shutting down", refused, StringComparison.Ordinal);
        Assert.Single(error.InnerExceptions);
    });

    [Fact]
    public void CreateTask_RefusedWithACoroutineThatWasUsedBefore_LeavesOtherCoroutinesAlone() => VirtualTime.Run(async () =>
    {
        TaskGroup? left = null;
        await TaskGroup.Run(async group => left = group);
        Coroutine<int> used = Value(1, after: 0);
        await used;
        Coroutine<int> fresh = Value(2, after: 0);

        Assert.Throws<InvalidOperationException>(() => left!.CreateTask(used));

        Assert.Equal(2, await fresh);
    });

    [Fact]
    public void CreateTask_GivesTheTaskItsName() => VirtualTime.Run(() => TaskGroup.Run(async group =>
        Assert.Equal("worker", group.CreateTask(Trivial(), "worker").Name)));

    [Fact]
    public void CreateTask_ContextOfTheCreator_FlowsIntoTheTask() => VirtualTime.Run(async () =>
    {
        var local = new AsyncLocal<string> { Value = "outer" };
        List<string?> seen = [];

        await TaskGroup.Run(async group =>
        {
            _ = group.CreateTask(Look());
            local.Value = "inner";
            _ = group.CreateTask(Look());
        });

        Assert.Equal(["outer", "inner"], seen);

        async Coroutine Look() => seen.Add(local.Value);
    });

    [Fact]
    public void Tasks_AreThoseThatHaveNotEnded_InTheOrderOfCreation() => VirtualTime.Run(() => TaskGroup.Run(async group =>
    {
        LoopTask a = group.CreateTask(Sleep(1)), b = group.CreateTask(Sleep(3)), c = group.CreateTask(Sleep(2));
        Assert.Equal([a, b, c], group.Tasks);
        await Sleep(1.5);
        Assert.Equal([b, c], group.Tasks);
        await Sleep(1);
        Assert.Equal([b], group.Tasks);
    }));

    [Fact]
    public void Run_InAnOrdinaryAsyncMethod_RunsInATaskOfItsOwn() => VirtualTime.RunNative(async () =>
    {
        LoopTask<int>? task = null;

        await TaskGroup.Run(async group =>
        {
            task = group.CreateTask(Value(1, after: 1));
            await Sleep(2);
        });

        Assert.Equal(1, task!.Result);
        Assert.Equal(2, Time());
    });

    [Fact]
    public void Run_WithoutABody_IsAnArgumentError() => VirtualTime.Run(async () =>
        await Awaiting.Throws<ArgumentNullException>(TaskGroup.Run((Func<TaskGroup, Coroutine>)null!)));

    private static async Coroutine Trivial()
    {
    }

    private static async Coroutine<int> Value(int value, double after)
    {
        await Sleep(after);
        return value;
    }

    private static async Coroutine Fail(string message = "expected", double after = -1)
    {
        if (after >= 0)
        {
            await Sleep(after);
        }

        throw new ExpectedException(message);
    }
}
