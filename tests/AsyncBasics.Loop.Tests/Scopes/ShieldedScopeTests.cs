using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>Scopes that keep cancellations from outside away until they are left (trio's <c>shield=True</c>).</summary>
public sealed class ShieldedScopeTests
{
    [Fact]
    public void ACancellationOfTheTask_WaitsUntilTheScopeIsLeft() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        LoopTask task = CreateTask(Body());
        await Sleep(1);

        task.Cancel("outside");

        Assert.Equal("outside", (await Awaiting.Throws<CancelledException>(task)).Reason?.Message);
        Assert.Equal(["shielded until 5", "cancelled at 5"], log);

        async Coroutine Body()
        {
            await Shielded(async () =>
            {
                await Sleep(5);
                log.Add($"shielded until {Time()}");
            });
            try
            {
                await Sleep(10);
            }
            finally
            {
                log.Add($"cancelled at {Time()}");
            }
        }
    });

    [Fact]
    public void ACancellationOfTheTask_ThatWaitsNoMore_EndsItCancelled() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(Shielded(() => Sleep(5)));
        await Sleep(1);

        task.Cancel();

        await Awaiting.Throws<CancelledException>(task);
        Assert.Equal(5, Time());
    });

    [Fact]
    public void InTheCleanupOfACancelledTask_TheCleanupMayWait() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        LoopTask task = CreateTask(Body());
        await Sleep(1);
        task.Cancel();
        await Sleep(1);
        task.Cancel();

        await Awaiting.Throws<CancelledException>(task);

        Assert.Equal(["cleaned up at 4"], log);

        async Coroutine Body()
        {
            try
            {
                await Sleep(10);
            }
            finally
            {
                await Shielded(async () =>
                {
                    await Sleep(3);
                    log.Add($"cleaned up at {Time()}");
                });
            }
        }
    });

    [Fact]
    public void ADeadlineOfAnOuterScope_WaitsUntilTheShieldIsLeft() => VirtualTime.Run(async () =>
    {
        double shieldedUntil = 0;

        bool ended = await MoveOnAfter(1, async () =>
        {
            await Shielded(() => Sleep(3));
            shieldedUntil = Time();
            await Sleep(10);
        });

        Assert.False(ended);
        Assert.Equal((3, 3), (shieldedUntil, Time()));
    });

    [Fact]
    public void ItsOwnDeadline_StillCounts() => VirtualTime.Run(async () =>
    {
        var scope = new CancelScope { Shield = true, Deadline = TimeSpan.FromSeconds(2) };

        Assert.False(await scope.Run(() => Sleep(10)));

        Assert.Equal(2, Time());
    });

    [Fact]
    public void ItsOwnCancel_StillCounts() => VirtualTime.Run(async () =>
    {
        var scope = new CancelScope { Shield = true };
        EventLoop.Running.CallLater(TimeSpan.FromSeconds(2), () => scope.Cancel());

        Assert.False(await scope.Run(() => Sleep(10)));

        Assert.Equal(2, Time());
    });

    [Fact]
    public void ATimeoutInsideIt_StillCounts() => VirtualTime.Run(async () =>
    {
        await Shielded(async () => await Awaiting.Throws<TimeoutException>(Timeout(1, () => Sleep(10))));

        Assert.Equal(1, Time());
    });

    [Fact]
    public void BetweenTwoScopes_TheOuterIsHeldBack_TheInnerIsNot() => VirtualTime.Run(async () =>
    {
        List<string> log = [];

        bool ended = await MoveOnAfter(1, () => Shielded(async () =>
        {
            Assert.False(await MoveOnAfter(2, () => Sleep(10)));
            log.Add($"inner at {Time()}");
            await Sleep(2);
            log.Add($"shielded until {Time()}");
        }));

        // The outer one is over as soon as the shield is: there was no wait any more that it could have cut off.
        Assert.True(ended);
        Assert.Equal(["inner at 2", "shielded until 4"], log);
        await Sleep(1);
    });

    [Fact]
    public void TwoShields_TheCancellationWaitsForTheOuterOne() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        LoopTask task = CreateTask(Body());
        await Sleep(1);

        task.Cancel();

        await Awaiting.Throws<CancelledException>(task);
        Assert.Equal(["inner until 2", "outer until 4"], log);

        Coroutine Body() => Shielded(async () =>
        {
            await Shielded(() => Sleep(2));
            log.Add($"inner until {Time()}");
            await Sleep(2);
            log.Add($"outer until {Time()}");
        });
    });

    [Fact]
    public void ATaskAwaitedInTheShield_IsNotCancelled() => VirtualTime.Run(async () =>
    {
        LoopTask inner = CreateTask(Sleep(5));
        LoopTask task = CreateTask(Shielded(async () => await inner));
        await Sleep(1);

        task.Cancel();

        await Awaiting.Throws<CancelledException>(task);
        Assert.Equal(FutureState.Succeeded, inner.State);
        Assert.Equal(5, Time());
    });

    [Fact]
    public void ATaskThatWaitsForAShieldedOne_IsCancelledWhenThatIs() => VirtualTime.Run(async () =>
    {
        LoopTask shielded = CreateTask(Shielded(() => Sleep(5)));
        LoopTask waiter = CreateTask(Wait(shielded));
        await Sleep(1);

        waiter.Cancel();

        await Awaiting.Throws<CancelledException>(waiter);
        Assert.Equal(5, Time());

        static async Coroutine Wait(LoopTask task) => await task;
    });

    [Fact]
    public void ATaskOfAGroup_IsLetFinishItsShieldedPart_WhenASiblingFails() => VirtualTime.Run(async () =>
    {
        List<string> log = [];

        await Awaiting.Throws<AggregateException>(TaskGroup.Run(async group =>
        {
            _ = group.CreateTask(Shielded(async () =>
            {
                await Sleep(5);
                log.Add($"saved at {Time()}");
            }));
            await Sleep(1);
            throw new ExpectedException();
        }));

        Assert.Equal(["saved at 5"], log);
    });

    [Fact]
    public void AGroupInsideTheShield_StillCancelsItsOwnBody_WhenATaskFails() => VirtualTime.Run(async () =>
    {
        await Shielded(async () =>
        {
            await Awaiting.Throws<AggregateException>(TaskGroup.Run(async group =>
            {
                _ = group.CreateTask(Fail(after: 1));
                await Sleep(100);
            }));
            Assert.Equal(1, Time());
        });

        await Sleep(1);
        Assert.Equal(0, CurrentTask!.Cancelling);
    });

    [Fact]
    public void AGroupInsideTheShield_CanBeCancelled() => VirtualTime.Run(async () =>
    {
        await Shielded(() => TaskGroup.Run(async group =>
        {
            EventLoop.Running.CallLater(TimeSpan.FromSeconds(1), () => group.Cancel());
            await Sleep(100);
        }));

        Assert.Equal(1, Time());
        await Sleep(1);
    });

    [Fact]
    public void AShieldInsideAGroupsBody_HoldsTheGroupsCancellationBack() => VirtualTime.Run(async () =>
    {
        List<string> log = [];

        await Awaiting.Throws<AggregateException>(TaskGroup.Run(async group =>
        {
            _ = group.CreateTask(Fail(after: 1));
            await Shielded(() => Sleep(5));
            log.Add($"shielded until {Time()}");
            await Sleep(100);
            log.Add("not here");
        }));

        Assert.Equal(["shielded until 5"], log);
        Assert.Equal(5, Time());
        await Sleep(1);
    });

    [Fact]
    public void AGroupInsideTheShield_LeavesACancellationOfTheTaskForLater() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        LoopTask task = CreateTask(Body());
        await Sleep(1);

        task.Cancel("outside");

        await Awaiting.Throws<CancelledException>(task);
        Assert.Equal(["group ended at 5", "cancelled: outside"], log);

        async Coroutine Body()
        {
            await Shielded(async () =>
            {
                await TaskGroup.Run(async group => { _ = group.CreateTask(Sleep(5)); });
                log.Add($"group ended at {Time()}");
            });
            try
            {
                await Sleep(10);
            }
            catch (CancelledException cancellation)
            {
                log.Add($"cancelled: {cancellation.Reason?.Message}");
                throw;
            }
        }
    });

    [Fact]
    public void AnErrorInTheShield_Passes_AndTheCancellationComesAtTheNextWait() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(Body());
        await Sleep(1);

        task.Cancel();

        await Awaiting.Throws<CancelledException>(task);

        static async Coroutine Body()
        {
            await Awaiting.Throws<ExpectedException>(Shielded(() => Fail(after: 2)));
            Assert.Equal(1, CurrentTask!.Cancelling);
            await Sleep(10);
        }
    });

    [Fact]
    public void TheLoopsEnd_WaitsForTheShieldedPart()
    {
        List<string> log = [];

        VirtualTime.Run(async () =>
        {
            _ = CreateTask(Shielded(async () =>
            {
                await Sleep(5);
                log.Add($"saved at {Time()}");
            }));
            await Sleep(1);
        });

        Assert.Equal(["saved at 5"], log);
    }

    private static async Coroutine Shielded(Func<Coroutine> body) => await new CancelScope { Shield = true }.Run(body);

    private static async Coroutine Fail(double after)
    {
        await Sleep(after);
        throw new ExpectedException();
    }
}
