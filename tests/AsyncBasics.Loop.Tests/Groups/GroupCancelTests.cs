using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>Ending a group early by hand, which is no error (CPython 3.15's <c>TaskGroup.cancel</c>).</summary>
public sealed class GroupCancelTests
{
    [Fact]
    public void FromTheBody_CutsTheBodyOffAtItsNextWait_AndEndsTheTasks() => VirtualTime.Run(async () =>
    {
        LoopTask? member = null;
        List<string> log = [];

        await TaskGroup.Run(async group =>
        {
            member = group.CreateTask(Sleep(10));
            await Sleep(1);
            group.Cancel();
            log.Add("still running");
            await Sleep(1);
            log.Add("not reached");
        });

        Assert.Equal(["still running"], log);
        Assert.True(member!.Cancelled);
        Assert.Equal(1, Time());
        Assert.Equal(0, CurrentTask!.Cancelling);
    });

    [Fact]
    public void FromTheBody_ThatDoesNotWaitAnyMore_LeavesNothingBehind() => VirtualTime.Run(async () =>
    {
        await TaskGroup.Run(async group => group.Cancel());

        Assert.Equal(0, CurrentTask!.Cancelling);
        await Sleep(1);
    });

    [Fact]
    public void FromATask_EndsTheBodyAndTheSiblings_AndTheTaskItself() => VirtualTime.Run(async () =>
    {
        LoopTask? sibling = null, canceller = null;
        bool bodyEnded = false;

        await TaskGroup.Run(async group =>
        {
            sibling = group.CreateTask(Sleep(10));
            canceller = group.CreateTask(CancelAfter(group, 1));
            await Sleep(20);
            bodyEnded = true;
        });

        Assert.False(bodyEnded);
        Assert.True(sibling!.Cancelled);
        Assert.True(canceller!.Cancelled);
        Assert.Equal(1, Time());
    });

    [Fact]
    public void FromOutside_EndsTheGroup_AndItsTaskGoesOn() => VirtualTime.Run(async () =>
    {
        TaskGroup? running = null;
        LoopTask<string> parent = CreateTask(Parent());
        await Sleep(1);

        running!.Cancel();

        Assert.Equal("went on", await parent);
        Assert.Equal(2, Time());

        async Coroutine<string> Parent()
        {
            await TaskGroup.Run(async group =>
            {
                running = group;
                _ = group.CreateTask(Sleep(10));
            });
            await Sleep(1);
            return "went on";
        }
    });

    [Fact]
    public void TheReason_SaysThatTheGroupWasCancelled_AndByWhom() => VirtualTime.Run(async () =>
    {
        CancelReason? memberReason = null, bodyReason = null;
        CurrentTask!.Name = "main";

        await TaskGroup.Run(async group =>
        {
            _ = group.CreateTask(Keep(reason => memberReason = reason));
            LoopTask canceller = CreateTask(CancelAfter(group, 1), "canceller");
            await Keep(reason => bodyReason = reason);
        });

        var expected = new CancelReason(CancelKind.GroupCancelled, "enough", "canceller");
        Assert.Equal(expected, memberReason);
        Assert.Equal(expected, bodyReason);
    });

    [Fact]
    public void AnErrorOfATaskDuringIt_IsAnErrorOfTheGroup() => VirtualTime.Run(async () =>
    {
        AggregateException error = await Awaiting.Throws<AggregateException>(TaskGroup.Run(async group =>
        {
            _ = group.CreateTask(FailInCleanup());
            await Sleep(1);
            group.Cancel();
        }));

        Assert.IsType<ExpectedException>(Assert.Single(error.InnerExceptions));
        Assert.Equal(0, CurrentTask!.Cancelling);
    });

    [Fact]
    public void CreateTaskAfterIt_IsRefused() => VirtualTime.Run(() => TaskGroup.Run(async group =>
    {
        _ = group.CreateTask(Sleep(1));
        group.Cancel();

        Assert.StartsWith(
            "TaskGroup is shutting down",
            Assert.Throws<InvalidOperationException>(() => group.CreateTask(Sleep(1))).Message,
            StringComparison.Ordinal);
    }));

    [Fact]
    public void Twice_IsAsOnce() => VirtualTime.Run(async () =>
    {
        await TaskGroup.Run(async group =>
        {
            _ = group.CreateTask(Sleep(10));
            group.Cancel();
            group.Cancel();
            await Sleep(1);
        });

        Assert.Equal(0, CurrentTask!.Cancelling);
        await Sleep(1);
    });

    [Fact]
    public void AfterTheGroupsEnd_DoesNothing() => VirtualTime.Run(async () =>
    {
        TaskGroup? left = null;
        await TaskGroup.Run(async group => left = group);

        left!.Cancel();

        Assert.Equal(0, CurrentTask!.Cancelling);
        await Sleep(1);
    });

    [Fact]
    public void WithACancellationFromOutsideToo_TheOuterOneGoesOn() => VirtualTime.Run(async () =>
    {
        LoopTask parent = CreateTask(TaskGroup.Run(async group =>
        {
            _ = group.CreateTask(CleanUp(5));
            await Sleep(1);
            group.Cancel();
            await Sleep(10);
        }));
        await Sleep(2);

        parent.Cancel("outside");

        Assert.Equal("outside", (await Awaiting.Throws<CancelledException>(parent)).Reason?.Message);
        Assert.Equal(6, Time());
    });

    [Fact]
    public void WithACancellationFromOutside_AnErrorOfTheBodyGoesFirst_AndTheOuterOneIsAskedForAgain() => VirtualTime.Run(async () =>
    {
        LoopTask parent = CreateTask(RunThenSleep());
        await Sleep(1);

        parent.Cancel("outside");

        Assert.Equal("outside", (await Awaiting.Throws<CancelledException>(parent)).Reason?.Message);
        Assert.Equal(5, Time());

        static async Coroutine RunThenSleep()
        {
            AggregateException error = await Awaiting.Throws<AggregateException>(TaskGroup.Run(async group =>
            {
                _ = group.CreateTask(CleanUp(5));
                await Sleep(0);
                group.Cancel();
                throw new ExpectedException();
            }));
            Assert.IsType<ExpectedException>(Assert.Single(error.InnerExceptions));
            await Sleep(1);
        }
    });

    [Fact]
    public void WhileBeingLeft_WithALaterCancellationFromOutside_TheOuterOneGoesOn() => VirtualTime.Run(async () =>
    {
        // CPython's newest keeps it too (gh-155433): the group's own cancellation must not swallow another's.
        TaskGroup? leaving = null;
        LoopTask parent = CreateTask(TaskGroup.Run(async group =>
        {
            leaving = group;
            _ = group.CreateTask(CleanUp(5));
        }));
        await Sleep(1);
        leaving!.Cancel();
        await Sleep(1);

        parent.Cancel("outside");

        Assert.Equal("outside", (await Awaiting.Throws<CancelledException>(parent)).Reason?.Message);
        Assert.Equal(6, Time());
    });

    [Fact]
    public void InTheCleanupOfACancelledTask_StaysInsideTheGroup() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        LoopTask task = CreateTask(CleanUpWithAGroup());
        await Sleep(1);
        task.Cancel();

        await Awaiting.Throws<CancelledException>(task);

        Assert.Equal(["cleaned up at 2"], log);

        async Coroutine CleanUpWithAGroup()
        {
            try
            {
                await Sleep(10);
            }
            finally
            {
                await TaskGroup.Run(async group =>
                {
                    _ = group.CreateTask(CancelAfter(group, 1));
                    await Sleep(100);
                });
                log.Add($"cleaned up at {Time()}");
            }
        }
    });

    [Fact]
    public void OfAnInnerGroup_LeavesTheOuterOneAlone() => VirtualTime.Run(async () =>
    {
        LoopTask? outerMember = null;

        await TaskGroup.Run(async outer =>
        {
            outerMember = outer.CreateTask(Sleep(3));
            await TaskGroup.Run(async inner =>
            {
                _ = inner.CreateTask(CancelAfter(inner, 1));
                await Sleep(100);
            });
            Assert.Equal(1, Time());
        });

        Assert.Equal(FutureState.Succeeded, outerMember!.State);
        Assert.Equal(3, Time());
    });

    private static async Coroutine CancelAfter(TaskGroup group, double seconds)
    {
        await Sleep(seconds);
        group.Cancel("enough");
        await Sleep(100);
    }

    private static async Coroutine Keep(Action<CancelReason?> keep)
    {
        try
        {
            await Sleep(10);
        }
        catch (CancelledException cancellation)
        {
            keep(cancellation.Reason);
            throw;
        }
    }

    private static async Coroutine FailInCleanup()
    {
        try
        {
            await Sleep(10);
        }
        catch (OperationCanceledException)
        {
            throw new ExpectedException();
        }
    }

    private static async Coroutine CleanUp(double seconds)
    {
        try
        {
            await Sleep(100);
        }
        finally
        {
            await Sleep(seconds);
        }
    }
}
