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
    public void Run_AnErrorOfATask_CancelsTheBodyAndTheSiblings_AndComesAsAggregate() => VirtualTime.Run(async () =>
    {
        LoopTask? sibling = null;
        bool bodyEnded = false;

        AggregateException error = await Awaiting.Throws<AggregateException>(TaskGroup.Run(async group =>
        {
            _ = group.CreateTask(Fail(after: 1));
            sibling = group.CreateTask(Sleep(10));
            await Sleep(20);
            bodyEnded = true;
        }));

        Assert.StartsWith("unhandled errors in a TaskGroup", error.Message, StringComparison.Ordinal);
        Assert.IsType<ExpectedException>(Assert.Single(error.InnerExceptions));
        Assert.True(sibling!.Cancelled);
        Assert.False(bodyEnded);
        Assert.Equal(1, Time());
        Assert.Equal(0, CurrentTask!.Cancelling);
    });

    [Fact]
    public void Run_AnErrorOfATask_AfterTheBodysEnd_CancelsTheSiblings() => VirtualTime.Run(async () =>
    {
        LoopTask? sibling = null;

        await Awaiting.Throws<AggregateException>(TaskGroup.Run(async group =>
        {
            sibling = group.CreateTask(Sleep(10));
            _ = group.CreateTask(Fail(after: 1));
        }));

        Assert.True(sibling!.Cancelled);
        Assert.Equal(1, Time());
        await Sleep(1);
    });

    [Fact]
    public void Run_AnErrorOfTheBody_CancelsTheTasks_AndComesAsAggregate() => VirtualTime.Run(async () =>
    {
        LoopTask? task = null;

        AggregateException error = await Awaiting.Throws<AggregateException>(TaskGroup.Run(async group =>
        {
            task = group.CreateTask(Sleep(10));
            await Sleep(1);
            throw new ExpectedException("body");
        }));

        Assert.Equal("body", Assert.Single(error.InnerExceptions).Message);
        Assert.True(task!.Cancelled);
        Assert.Equal(1, Time());
    });

    [Fact]
    public void Run_AnErrorOfTheBodyAlone_ComesAsAggregateToo() => VirtualTime.Run(async () =>
    {
        AggregateException error = await Awaiting.Throws<AggregateException>(
            TaskGroup.Run(_ => throw new ExpectedException("body")));

        Assert.Equal("body", Assert.Single(error.InnerExceptions).Message);
    });

    [Fact]
    public void Run_SeveralErrors_StandInTheOrderInWhichTheyCame_TheBodysLast() => VirtualTime.Run(async () =>
    {
        // CPython 3.13: [ValueError('a'), ValueError('b'), ValueError('cleanup'), ValueError('body')].
        AggregateException error = await Awaiting.Throws<AggregateException>(TaskGroup.Run(async group =>
        {
            _ = group.CreateTask(FailInCleanup("cleanup", after: 10));
            _ = group.CreateTask(Fail("a", after: 1));
            _ = group.CreateTask(Fail("b", after: 1));
            try
            {
                await Sleep(20);
            }
            finally
            {
                ThrowExpected("body");
            }
        }));

        Assert.Equal(["a", "b", "cleanup", "body"], error.InnerExceptions.Select(inner => inner.Message));
    });

    [Fact]
    public void Run_ACancelledTask_IsNoError() => VirtualTime.Run(async () =>
    {
        LoopTask? sibling = null;

        await TaskGroup.Run(async group =>
        {
            sibling = group.CreateTask(Sleep(2));
            LoopTask task = group.CreateTask(Sleep(10));
            await Sleep(1);
            task.Cancel();
        });

        Assert.Equal(2, Time());
        Assert.Equal(FutureState.Succeeded, sibling!.State);
    });

    [Fact]
    public void Run_ATaskThatThrowsACancellationByItself_IsNoError() => VirtualTime.Run(async () =>
    {
        await TaskGroup.Run(async group => { _ = group.CreateTask(ThrowCancelled()); });

        static async Coroutine ThrowCancelled() => throw new OperationCanceledException();
    });

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
    public void Siblings_AreCancelledInTheOrderOfCreation() => VirtualTime.Run(async () =>
    {
        List<string> log = [];

        await Awaiting.Throws<AggregateException>(TaskGroup.Run(async group =>
        {
            foreach (string name in (string[])["a", "b", "c", "d"])
            {
                _ = group.CreateTask(LogCancellation(name));
            }

            await Sleep(1);
            throw new ExpectedException();
        }));

        Assert.Equal(["a", "b", "c", "d"], log);

        async Coroutine LogCancellation(string name)
        {
            try
            {
                await Sleep(10);
            }
            finally
            {
                log.Add(name);
            }
        }
    });

    [Fact]
    public void Run_TheGroupIsLeftOnlyWhenACancelledTaskHasCleanedUp() => VirtualTime.Run(async () =>
    {
        List<string> log = [];

        await Awaiting.Throws<AggregateException>(TaskGroup.Run(async group =>
        {
            _ = group.CreateTask(CleanUpFor(5));
            _ = group.CreateTask(Fail(after: 1));
        }));

        Assert.Equal(["cleaned up at 6"], log);
        Assert.Equal(6, Time());

        async Coroutine CleanUpFor(double seconds)
        {
            try
            {
                await Sleep(100);
            }
            finally
            {
                await Sleep(seconds);
                log.Add($"cleaned up at {Time()}");
            }
        }
    });

    [Fact]
    public void Run_NestedGroups_TheInnerErrorArrivesInsideTheOuterOne() => VirtualTime.Run(async () =>
    {
        AggregateException error = await Awaiting.Throws<AggregateException>(TaskGroup.Run(async outer =>
        {
            _ = outer.CreateTask(Fail("outer", after: 2));
            _ = outer.CreateTask(TaskGroup.Run(async inner =>
            {
                _ = inner.CreateTask(FailInCleanup("inner", after: 10));
                await Sleep(20);
            }));
        }));

        Assert.Equal("outer", error.InnerExceptions[0].Message);
        AggregateException nested = Assert.IsType<AggregateException>(error.InnerExceptions[1]);
        Assert.Equal("inner", Assert.Single(nested.InnerExceptions).Message);
    });

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

    private static async Coroutine FailInCleanup(string message, double after)
    {
        try
        {
            await Sleep(after);
        }
        finally
        {
            ThrowExpected(message);
        }
    }

    private static void ThrowExpected(string message) => throw new ExpectedException(message);
}
