using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>Timeouts that end with an error.</summary>
public sealed class TimeoutAndCancellationTests
{
    [Fact]
    public void Timeout_AroundABodyThatNeedNotWait_DoesNotYield() => VirtualTime.Run(async () =>
        Assert.Equal(0, await Iterations.Of(() => Timeout(1, async () => { }))));

    [Fact]
    public void ABodyThatSwallowsTheCancellation_ComesToItsEnd_AndIsNoError() => VirtualTime.Run(async () =>
    {
        CancelScope? scope = null;

        await Timeout(1, async own =>
        {
            scope = own;
            await Awaiting.Throws<CancelledException>(Sleep(10));
            await Sleep(2);
        });

        Assert.Equal((true, false), (scope!.CancelCalled, scope.CancelledCaught));
        Assert.Equal(0, CurrentTask!.Cancelling);
        Assert.Equal(3, Time());
    });

    [Fact]
    public void ACancellationFromOutside_IsNoTimeout() => VirtualTime.Run(async () =>
    {
        CancelScope? scope = null;
        LoopTask task = CreateTask(Timeout(5, async own =>
        {
            scope = own;
            await Sleep(10);
        }));
        await Sleep(1);

        task.Cancel();

        await Awaiting.Throws<CancelledException>(task);
        Assert.False(scope!.CancelCalled);
    });

    [Fact]
    public void ACancellationInTheSameIterationAsTheDeadline_GoesFirst() => VirtualTime.Run(async () =>
    {
        // CPython 3.13: the timeout has expired, cancelling() is 1, and the error is the cancellation.
        int cancelling = -1;
        LoopTask task = CreateTask(Body());
        await Sleep(0);
        EventLoop.Running.CallAt(TimeSpan.FromSeconds(1), () => task.Cancel("outside"));

        Assert.NotNull(await Awaiting.Throws<CancelledException>(task));
        Assert.Equal(1, cancelling);

        async Coroutine Body()
        {
            try
            {
                await Timeout(1, () => Sleep(10));
            }
            finally
            {
                cancelling = CurrentTask!.Cancelling;
            }
        }
    });

    [Fact]
    public void ACancellationByItself_IsNoTimeout() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(Timeout(10, async () =>
        {
            CurrentTask!.Cancel();
            await Sleep(10);
        }));

        await Awaiting.Throws<CancelledException>(task);
        Assert.Equal(0, Time());
    });

    [Fact]
    public void InTheCleanupOfACancelledTask_StillWorks() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(CleanUp());
        await Sleep(0);
        task.Cancel();

        await task;

        Assert.Equal(1, Time());

        static async Coroutine CleanUp()
        {
            await Awaiting.Throws<CancelledException>(Sleep(10));
            await Awaiting.Throws<TimeoutException>(Timeout(1, () => Sleep(10)));
            Assert.Equal(1, CurrentTask!.Cancelling);
            CurrentTask!.Uncancel();
        }
    });

    [Fact]
    public void InTheCleanupOfACancelledTask_ASecondCancellation_IsNoTimeout() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(CleanUp());
        await Sleep(0);
        task.Cancel();

        await Awaiting.Throws<CancelledException>(task);

        static async Coroutine CleanUp()
        {
            await Awaiting.Throws<CancelledException>(Sleep(10));
            await Timeout(5, async () =>
            {
                CurrentTask!.Cancel();
                await Sleep(10);
            });
        }
    });

    [Fact]
    public void InTheCleanupOfACancelledTask_AroundAGroupWhoseErrorsHideTheTimeout_TheNextWaitIsCancelled() => VirtualTime.Run(async () =>
    {
        // CPython 3.13: the group asks again for what its errors hide, and with a request of before still open nobody takes that back.
        int cancelling = -1;
        LoopTask task = CreateTask(CleanUp());
        await Sleep(0);
        task.Cancel();

        await Awaiting.Throws<CancelledException>(task);

        Assert.Equal((1, 1), (cancelling, Time()));

        async Coroutine CleanUp()
        {
            await Awaiting.Throws<CancelledException>(Sleep(10));
            await Awaiting.Throws<AggregateException>(TimeoutAroundAGroup());
            cancelling = CurrentTask!.Cancelling;
            await Sleep(10);
        }
    });

    [Fact]
    public void AroundAGroupWhoseErrorsHideTheTimeout_NothingIsLeftBehind() => VirtualTime.Run(async () =>
    {
        await Awaiting.Throws<AggregateException>(TimeoutAroundAGroup());

        Assert.Equal(0, CurrentTask!.Cancelling);
        await Sleep(10);
    });

    [Fact]
    public void InTheCleanupOfACancelledTask_ARequestTakenBackAtOnce_IsThrownAllTheSame() => VirtualTime.Run(async () =>
    {
        // CPython 3.13: taking back the last request of all forgets it, taking back any other only counts.
        LoopTask task = CreateTask(CleanUp());
        await Sleep(0);
        task.Cancel();

        await Awaiting.Throws<CancelledException>(task);

        Assert.Equal(1, Time());

        static async Coroutine CleanUp()
        {
            await Awaiting.Throws<CancelledException>(Sleep(10));
            await Timeout(1, async () =>
            {
                await Awaiting.Throws<CancelledException>(Sleep(10));
                CurrentTask!.Cancel();
                CurrentTask!.Uncancel();
            });
            await Sleep(10);
        }
    });

    [Fact]
    public void AroundAnAwaitedTask_ThatTaskIsCancelledToo() => VirtualTime.Run(async () =>
    {
        LoopTask inner = CreateTask(Sleep(10));

        await Awaiting.Throws<TimeoutException>(Timeout(1, async () => await inner));

        Assert.True(inner.Cancelled);
    });

    [Fact]
    public void AroundAGather_AllItsChildrenAreCancelled() => VirtualTime.Run(async () =>
    {
        LoopTask a = CreateTask(Sleep(10)), b = CreateTask(Sleep(20));

        await Awaiting.Throws<TimeoutException>(Timeout(1, async () => await Gather(a, b)));

        Assert.Equal((true, true), (a.Cancelled, b.Cancelled));
        Assert.Equal(1, Time());
    });

    [Fact]
    public void TheExceptionsText_TellsTheDeadlineFromACancellationByHand() => VirtualTime.Run(async () =>
    {
        TimeoutException late = await Awaiting.Throws<TimeoutException>(Timeout(1, () => Sleep(2)));
        TimeoutException byHand = await Awaiting.Throws<TimeoutException>(Timeout(1, async scope =>
        {
            scope.Cancel("not needed any more");
            await Sleep(2);
        }));

        Assert.Equal("The time was up before the operation had ended.", late.Message);
        Assert.Equal("The operation was cut off: not needed any more (by Task-1)", byHand.Message);
    });

    private static Coroutine TimeoutAroundAGroup() => Timeout(1, () => TaskGroup.Run(async group => { _ = group.CreateTask(FailInCleanup()); }));

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
}
