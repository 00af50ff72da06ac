using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>What a group does when the task that runs it is cancelled from outside, also while an error is on its way.</summary>
public sealed class TaskGroupCancellationTests
{
    [Fact]
    public void CancelledWhileTheBodyWaits_TheTasksAreCancelled_AndTheCancellationGoesOn() => VirtualTime.Run(async () =>
    {
        LoopTask? member = null;
        LoopTask parent = CreateTask(TaskGroup.Run(async group =>
        {
            member = group.CreateTask(Sleep(10));
            await Sleep(20);
        }));
        await Sleep(1);

        parent.Cancel("enough");

        CancelledException cancellation = await Awaiting.Throws<CancelledException>(parent);
        Assert.Equal("enough", cancellation.Reason?.Message);
        Assert.True(member!.Cancelled);
        Assert.Equal(1, Time());
    });

    [Fact]
    public void CancelledWhileTheGroupIsBeingLeft_TheTasksAreCancelled_AndTheCancellationGoesOn() => VirtualTime.Run(async () =>
    {
        LoopTask? member = null;
        LoopTask parent = CreateTask(TaskGroup.Run(async group => { member = group.CreateTask(Sleep(10)); }));
        await Sleep(1);

        parent.Cancel();

        await Awaiting.Throws<CancelledException>(parent);
        Assert.True(member!.Cancelled);
    });

    [Fact]
    public void CancelledBeforeItsFirstStep_NothingOfTheGroupRuns() => VirtualTime.Run(async () =>
    {
        bool ran = false;
        LoopTask parent = CreateTask(TaskGroup.Run(async _ => ran = true));

        parent.Cancel();

        await Awaiting.Throws<CancelledException>(parent);
        Assert.False(ran);
    });

    [Fact]
    public void CancelledTwice_WhileTheTasksCleanUp_TheGroupStillWaitsForThem() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        LoopTask parent = CreateTask(TaskGroup.Run(async group => { _ = group.CreateTask(CleanUp(log, 5)); }));
        await Sleep(1);
        parent.Cancel();
        await Sleep(1);

        parent.Cancel();

        await Awaiting.Throws<CancelledException>(parent);
        Assert.Equal(["cleaned up at 6"], log);
        Assert.Equal(2, parent.Cancelling);
    });

    [Fact]
    public void ATaskFailsInItsCleanup_AfterTheCancellation_TheErrorGoesFirst_AndTheCancellationComesAtTheNextWait() =>
        VirtualTime.Run(async () =>
        {
            // CPython 3.13 prints: error ValueError('cleanup'), cancelling 1, then cancelled at the next wait.
            List<string> log = [];
            LoopTask parent = CreateTask(Parent());
            await Sleep(1);
            parent.Cancel("outside");

            await Awaiting.Throws<CancelledException>(parent);

            Assert.Equal(["error cleanup, cancelling 1", "cancelled: outside"], log);

            async Coroutine Parent()
            {
                try
                {
                    await TaskGroup.Run(async group => { _ = group.CreateTask(FailInCleanup()); });
                }
                catch (AggregateException error)
                {
                    log.Add($"error {error.InnerExceptions.Single().Message}, cancelling {CurrentTask!.Cancelling}");
                }

                await LogCancellation(log);
            }
        });

    [Fact]
    public void CancelledAfterATaskHasFailed_TheErrorGoesFirst_AndTheCancellationComesAtTheNextWait() => VirtualTime.Run(async () =>
    {
        // CPython 3.13: the group keeps an outer cancellation that its errors would hide; 3.12 lost it.
        List<string> log = [];
        LoopTask parent = CreateTask(Parent());
        await Sleep(2);
        parent.Cancel("outside");

        await Awaiting.Throws<CancelledException>(parent);

        Assert.Equal(["error, cancelling 1 at 6", "cancelled: outside"], log);

        async Coroutine Parent()
        {
            try
            {
                await TaskGroup.Run(async group =>
                {
                    _ = group.CreateTask(CleanUp([], 5));
                    _ = group.CreateTask(Fail(after: 1));
                    await Sleep(20);
                });
            }
            catch (AggregateException)
            {
                log.Add($"error, cancelling {CurrentTask!.Cancelling} at {Time()}");
            }

            await LogCancellation(log);
        }
    });

    [Fact]
    public void AnInnerErrorAndAnOuterOne_InTheSameIteration_BothArriveAndNobodyStaysCancelled() => VirtualTime.Run(async () =>
    {
        // CPython 3.13: outer error, then the inner one inside the nested group, and the task can go on waiting.
        int cancelling = -1;

        AggregateException error = await Awaiting.Throws<AggregateException>(Nested());

        Assert.Equal(0, cancelling);
        Assert.Equal("outer", Assert.Single(error.InnerExceptions).Message);

        async Coroutine Nested()
        {
            try
            {
                await TaskGroup.Run(async outer =>
                {
                    try
                    {
                        await TaskGroup.Run(async inner =>
                        {
                            _ = outer.CreateTask(Fail("outer"));
                            _ = inner.CreateTask(Fail("inner"));
                        });
                    }
                    catch (AggregateException nested)
                    {
                        Assert.Equal("inner", Assert.Single(nested.InnerExceptions).Message);
                        await Assert_NextWaitIsCancelled();
                    }
                });
            }
            finally
            {
                cancelling = CurrentTask!.Cancelling;
                await Sleep(0);
            }
        }

        static async Coroutine Assert_NextWaitIsCancelled() => await Awaiting.Throws<CancelledException>(Sleep(1));
    });

    [Fact]
    public void TheCancelCountOfBefore_IsThereAfterwards() => VirtualTime.Run(async () =>
    {
        // CPython 3.13: cancelling() is 1 before the group, and 1 after its error.
        LoopTask task = CreateTask(CancelledAndThenInAGroup());
        await Sleep(0);
        task.Cancel();

        await task;

        static async Coroutine CancelledAndThenInAGroup()
        {
            await Awaiting.Throws<CancelledException>(Sleep(1));
            Assert.Equal(1, CurrentTask!.Cancelling);

            await Awaiting.Throws<AggregateException>(TaskGroup.Run(async group => { _ = group.CreateTask(Fail()); }));

            Assert.Equal(1, CurrentTask!.Cancelling);
            CurrentTask!.Uncancel();
        }
    });

    [Fact]
    public void TheBodySwallowsTheGroupsCancellation_AndItsErrorArrivesAllTheSame() => VirtualTime.Run(async () =>
    {
        bool wentOn = false;

        await Awaiting.Throws<AggregateException>(TaskGroup.Run(async group =>
        {
            _ = group.CreateTask(Fail(after: 1));
            await Awaiting.Throws<CancelledException>(Sleep(10));
            await Sleep(1);
            wentOn = true;
        }));

        Assert.True(wentOn);
        Assert.Equal(0, CurrentTask!.Cancelling);
        await Sleep(1);
        Assert.Equal(3, Time());
    });

    [Fact]
    public void TheBodysOwnCancellationOfASubtask_IsNotTakenForOneOfTheGroup() => VirtualTime.Run(async () =>
    {
        // The body awaits a task that was cancelled by somebody: CPython cancels the group and lets the cancellation out.
        LoopTask? member = null;
        LoopTask parent = CreateTask(TaskGroup.Run(async group =>
        {
            member = group.CreateTask(Sleep(10));
            LoopTask other = CreateTask(Sleep(5));
            other.Cancel();
            await other;
        }));

        await Awaiting.Throws<CancelledException>(parent);

        Assert.True(member!.Cancelled);
        Assert.Equal(0, parent.Cancelling);
    });

    [Fact]
    public void AGroupInsideATimeout_TheTimeoutCancelsTheTasks_AndIsTheError() => VirtualTime.Run(async () =>
    {
        LoopTask? member = null;

        await Awaiting.Throws<TimeoutException>(Timeout(1, () => TaskGroup.Run(async group => { member = group.CreateTask(Sleep(10)); })));

        Assert.True(member!.Cancelled);
        Assert.Equal(0, CurrentTask!.Cancelling);
        Assert.Equal(1, Time());
    });

    [Fact]
    public void ATimeoutInsideATaskOfAGroup_IsAnErrorOfTheGroup() => VirtualTime.Run(async () =>
    {
        AggregateException error = await Awaiting.Throws<AggregateException>(
            TaskGroup.Run(async group => { _ = group.CreateTask(Timeout(1, () => Sleep(10))); }));

        Assert.IsType<TimeoutException>(Assert.Single(error.InnerExceptions));
    });

    [Fact]
    public void ASiblingsFailure_IsTheReasonThatTheOthersAreToldOf_WithItsName() => VirtualTime.Run(async () =>
    {
        List<CancelReason?> reasons = [];

        await Awaiting.Throws<AggregateException>(TaskGroup.Run(async group =>
        {
            _ = group.CreateTask(KeepReason());
            _ = group.CreateTask(Fail(after: 1), "culprit");
            await KeepReason();
        }));

        Assert.Equal([new(CancelKind.SiblingFailed, By: "culprit"), new(CancelKind.SiblingFailed, By: "culprit")], reasons);

        async Coroutine KeepReason()
        {
            try
            {
                await Sleep(10);
            }
            catch (CancelledException cancellation)
            {
                reasons.Add(cancellation.Reason);
                throw;
            }
        }
    });

    private static async Coroutine Fail(string message = "expected", double after = 0)
    {
        await Sleep(after);
        throw new ExpectedException(message);
    }

    private static async Coroutine FailInCleanup()
    {
        try
        {
            await Sleep(10);
        }
        catch (OperationCanceledException)
        {
            throw new ExpectedException("cleanup");
        }
    }

    private static async Coroutine CleanUp(List<string> log, double seconds)
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

    private static async Coroutine LogCancellation(List<string> log)
    {
        try
        {
            await Sleep(1);
            log.Add("not cancelled");
        }
        catch (CancelledException cancellation)
        {
            log.Add($"cancelled: {cancellation.Reason?.Message}");
            throw;
        }
    }
}
