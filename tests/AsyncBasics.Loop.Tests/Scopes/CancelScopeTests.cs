using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>Cancelling a part of a task by hand, as trio's cancel scopes do.</summary>
public sealed class CancelScopeTests
{
    [Fact]
    public void Cancel_CutsTheBodyOff_AndTheTaskGoesOn() => VirtualTime.Run(async () =>
    {
        var scope = new CancelScope();
        EventLoop.Running.CallLater(TimeSpan.FromSeconds(1), () => scope.Cancel("enough"));

        Assert.False(await scope.Run(() => Sleep(10)));

        Assert.Equal((true, true), (scope.CancelCalled, scope.CancelledCaught));
        Assert.Equal(new CancelReason(CancelKind.Requested, "enough"), scope.Reason);
        Assert.Equal(1, Time());
        await Sleep(1);
    });

    [Fact]
    public void Cancel_ByTheBody_TakesEffectAtItsNextWait() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        var scope = new CancelScope();

        Assert.False(await scope.Run(async () =>
        {
            scope.Cancel();
            log.Add("still here");
            await Sleep(0);
            log.Add("not here");
        }));

        Assert.Equal(["still here"], log);
    });

    [Fact]
    public void Cancel_ByABodyThatDoesNotWaitAnyMore_LeavesNothingBehind() => VirtualTime.Run(async () =>
    {
        var scope = new CancelScope();

        Assert.True(await scope.Run(async () => scope.Cancel()));

        Assert.Equal((true, false), (scope.CancelCalled, scope.CancelledCaught));
        Assert.Equal(0, CurrentTask!.Cancelling);
        await Sleep(1);
    });

    [Fact]
    public void Cancel_ByABodyThatDoesNotWaitAnyMore_InTheCleanupOfACancelledTask_LeavesNothingBehind() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        LoopTask task = CreateTask(Body());
        await Sleep(1);
        task.Cancel();

        await Awaiting.Throws<CancelledException>(task);

        Assert.Equal(["cleaned up at 2"], log);
        Assert.Equal(1, task.Cancelling);

        async Coroutine Body()
        {
            try
            {
                await Sleep(10);
            }
            finally
            {
                var scope = new CancelScope();
                Assert.True(await scope.Run(async () => scope.Cancel()));
                await Sleep(1);
                log.Add($"cleaned up at {Time()}");
            }
        }
    });

    [Fact]
    public void Cancel_ByABodyThatDoesNotWaitAnyMore_LeavesAnEarlierRequestOpen() => VirtualTime.Run(async () =>
    {
        var scope = new CancelScope();
        CurrentTask!.Cancel("earlier");

        Assert.True(await scope.Run(async () => scope.Cancel()));

        await Awaiting.Throws<CancelledException>(Sleep(1));
        CurrentTask!.Uncancel();
    });

    [Fact]
    public void Cancel_BeforeItIsEntered_TakesEffectAtTheFirstWait() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        var scope = new CancelScope();
        scope.Cancel("too late");

        Assert.False(await scope.Run(async () =>
        {
            log.Add("begun");
            await Sleep(1);
            log.Add("not here");
        }));

        Assert.Equal(["begun"], log);
        Assert.Equal(0, Time());
    });

    [Fact]
    public void Cancel_Twice_TheFirstReasonStays() => VirtualTime.Run(async () =>
    {
        var scope = new CancelScope();

        Assert.False(await scope.Run(async () =>
        {
            scope.Cancel("first");
            scope.Cancel("second");
            await Sleep(1);
        }));

        Assert.Equal("first", scope.Reason?.Message);
        Assert.Equal(0, CurrentTask!.Cancelling);
    });

    [Fact]
    public void Cancel_AfterTheDeadline_TheDeadlineStaysTheReason() => VirtualTime.Run(async () =>
    {
        var scope = new CancelScope { Deadline = TimeSpan.FromSeconds(1) };

        Assert.False(await scope.Run(async () =>
        {
            try
            {
                await Sleep(10);
            }
            finally
            {
                scope.Cancel("by hand");
            }
        }));

        Assert.Equal(CancelKind.Deadline, scope.Reason?.Kind);
    });

    [Fact]
    public void Cancel_AfterItsEnd_DoesNothing() => VirtualTime.Run(async () =>
    {
        var scope = new CancelScope();
        Assert.True(await scope.Run(() => Sleep(1)));

        scope.Cancel();

        Assert.False(scope.CancelCalled);
        await Sleep(1);
    });

    [Fact]
    public void Cancel_ABodyThatSwallowsIt_ComesToItsEnd() => VirtualTime.Run(async () =>
    {
        var scope = new CancelScope();
        EventLoop.Running.CallLater(TimeSpan.FromSeconds(1), () => scope.Cancel());

        Assert.True(await scope.Run(async () =>
        {
            await Awaiting.Throws<CancelledException>(Sleep(10));

            // asyncio's way: a cancellation is thrown once, not again at every wait as in trio.
            await Sleep(1);
        }));

        Assert.Equal(2, Time());
    });

    [Fact]
    public void Cancel_ATaskThatIsAwaitedInTheScope_EndsTogetherWithIt() => VirtualTime.Run(async () =>
    {
        LoopTask awaited = CreateTask(Sleep(10)), other = CreateTask(Sleep(5));
        var scope = new CancelScope { Deadline = TimeSpan.FromSeconds(1) };

        Assert.False(await scope.Run(async () => await awaited));

        Assert.Equal((true, false), (awaited.Cancelled, other.Done));
        await other;
    });

    [Fact]
    public void Run_Twice_IsRefused() => VirtualTime.Run(async () =>
    {
        var scope = new CancelScope();
        await scope.Run(async () => await Awaiting.Throws<InvalidOperationException>(Again()));
        await Awaiting.Throws<InvalidOperationException>(Again());

        async Coroutine Again() => await scope.Run(async () => { });
    });

    [Fact]
    public void Nested_TheOuterIsCancelled_TheInnerLetsItPass() => VirtualTime.Run(async () =>
    {
        CancelScope outer = new(), inner = new();
        bool afterInner = false;

        Assert.False(await outer.Run(async () =>
        {
            await inner.Run(async () =>
            {
                outer.Cancel();
                await Sleep(10);
            });
            afterInner = true;
        }));

        Assert.False(afterInner);
        Assert.Equal((false, true), (inner.CancelledCaught, outer.CancelledCaught));
    });

    [Fact]
    public void Nested_TheInnerIsCancelled_TheOuterGoesOn() => VirtualTime.Run(async () =>
    {
        CancelScope outer = new(), inner = new();

        Assert.True(await outer.Run(async () =>
        {
            Assert.False(await inner.Run(async () =>
            {
                inner.Cancel();
                await Sleep(10);
            }));
            await Sleep(1);
        }));

        Assert.Equal((true, false), (inner.CancelledCaught, outer.CancelCalled));
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nested_BothAreCancelled_TheOuterEndsIt(bool innerFirst) => VirtualTime.Run(async () =>
    {
        CancelScope outer = new(), inner = new();

        Assert.False(await outer.Run(async () =>
        {
            await inner.Run(async () =>
            {
                (innerFirst ? inner : outer).Cancel();
                (innerFirst ? outer : inner).Cancel();
                await Sleep(10);
            });
        }));

        Assert.Equal((false, true), (inner.CancelledCaught, outer.CancelledCaught));
        Assert.Equal(0, CurrentTask!.Cancelling);
        await Sleep(1);
    });

    [Fact]
    public void Nested_TheOuterIsCancelledWhileTheInnerCleansUp_TheOuterEndsIt() => VirtualTime.Run(async () =>
    {
        CancelScope outer = new(), inner = new();
        List<string> log = [];

        Assert.False(await outer.Run(async () =>
        {
            await inner.Run(async () =>
            {
                inner.Cancel();
                try
                {
                    await Sleep(10);
                }
                finally
                {
                    outer.Cancel();
                    await Awaiting.Throws<CancelledException>(Sleep(10));
                    log.Add("cleaned up");
                }
            });
            log.Add("not here");
        }));

        Assert.Equal(["cleaned up"], log);
        Assert.Equal(0, CurrentTask!.Cancelling);
    });

    [Fact]
    public void ACancellationFromOutside_GoesThrough() => VirtualTime.Run(async () =>
    {
        var scope = new CancelScope();
        LoopTask<bool> task = CreateTask(scope.Run(() => Sleep(10)));
        await Sleep(1);

        task.Cancel();

        await Awaiting.Throws<CancelledException>(task);
        Assert.Equal((false, false), (scope.CancelCalled, scope.CancelledCaught));
    });

    [Fact]
    public void ACancellationFromOutside_TogetherWithTheScopesOwn_GoesThrough() => VirtualTime.Run(async () =>
    {
        var scope = new CancelScope();
        LoopTask<bool> task = CreateTask(scope.Run(() => Sleep(10)));
        await Sleep(1);

        scope.Cancel();
        task.Cancel();

        await Awaiting.Throws<CancelledException>(task);
        Assert.Equal((true, false), (scope.CancelCalled, scope.CancelledCaught));
        Assert.Equal(1, task.Cancelling);
    });

    [Fact]
    public void UncancelBeforeTheWait_TakesTheScopesCancellationBack() => VirtualTime.Run(async () =>
    {
        var scope = new CancelScope();

        Assert.True(await scope.Run(async () =>
        {
            scope.Cancel();
            CurrentTask!.Uncancel();
            await Sleep(1);
        }));

        Assert.Equal(1, Time());
        Assert.Equal(0, CurrentTask!.Cancelling);
    });

    [Fact]
    public void TasksCreatedInTheScope_AreNotItsOwn() => VirtualTime.Run(async () =>
    {
        LoopTask? created = null;
        var scope = new CancelScope { Deadline = TimeSpan.FromSeconds(1) };

        Assert.False(await scope.Run(async () =>
        {
            created = CreateTask(Sleep(5));
            await Sleep(10);
        }));

        Assert.False(created!.Done);
        await created;
    });
}
