using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>What a group does with tasks that end by themselves, well or badly.</summary>
public sealed class TaskGroupErrorTests
{
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
