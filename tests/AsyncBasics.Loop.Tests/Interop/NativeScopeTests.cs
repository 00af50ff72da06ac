using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>
/// Timeouts, scopes and groups in ordinary async code that runs inside a coroutine's step: what they limit goes on as a task of its own,
/// and they belong to that.
/// </summary>
public sealed class NativeScopeTests
{
    [Fact]
    public void TimeoutsSideBySide_EachEndsItsOwn() => VirtualTime.Run(async () =>
    {
        List<string> log = [];

        await Task.WhenAll(Impatient(2), Impatient(1), Impatient(3));

        Assert.Equal(["1 timed out at 1", "2 timed out at 2", "3 timed out at 3"], log);
        Assert.Equal(0, CurrentTask!.Cancelling);
        await Sleep(1);

        async Task Impatient(double seconds)
        {
            try
            {
                await Timeout(seconds, () => Sleep(10));
            }
            catch (TimeoutException)
            {
                log.Add($"{seconds} timed out at {Time()}");
            }
        }
    });

    [Fact]
    public void ScopesInsideEachOther_AreFoundInTheirOrder() => VirtualTime.Run(async () =>
    {
        List<string> log = [];

        await Task.WhenAll(Nested("a", 2, 1), Nested("b", 1, 2));

        Assert.Equal(["a inner at 1", "b outer at 1", "a outer at 2"], log);

        async Task Nested(string name, double outer, double inner)
        {
            bool ended = await MoveOnAfter(outer, async () =>
            {
                if (!await MoveOnAfter(inner, () => Sleep(10)))
                {
                    log.Add($"{name} inner at {Time()}");
                }

                await Sleep(10);
            });
            Assert.False(ended);
            log.Add($"{name} outer at {Time()}");
        }
    });

    [Fact]
    public void TheTasksOwnScopes_StayItsOwn() => VirtualTime.Run(async () =>
    {
        List<string> log = [];

        bool ended = await MoveOnAfter(5, async () =>
        {
            await Native();
            log.Add($"native ended at {Time()}");
            await Sleep(100);
        });

        Assert.False(ended);
        Assert.Equal(["timed out at 1", "native ended at 1"], log);
        Assert.Equal(5, Time());

        async Task Native()
        {
            Assert.False(await MoveOnAfter(1, () => Sleep(10)));
            log.Add($"timed out at {Time()}");
        }
    });

    [Fact]
    public void ADeadlineOfTheTasks_EndsTheCodeInside() => VirtualTime.Run(async () =>
    {
        bool innerEnded = true;

        Assert.False(await MoveOnAfter(1, async () => await Native()));

        Assert.Equal(1, Time());
        Assert.False(innerEnded);

        async Task Native()
        {
            innerEnded = false;
            innerEnded = await MoveOnAfter(5, () => Sleep(10));
        }
    });

    [Fact]
    public void ShieldsSideBySide_HoldNothingBackAfterwards() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(Body());
        await Sleep(5);

        task.Cancel();

        await Awaiting.Throws<CancelledException>(task);
        Assert.Equal(5, Time());

        static async Coroutine Body()
        {
            await Task.WhenAll(Shielded(2), Shielded(1));
            await Sleep(100);
        }

        static async Task Shielded(double seconds) => await new CancelScope { Shield = true }.Run(() => Sleep(seconds));
    });

    [Fact]
    public void AShield_HoldsBackWhatIsPassedToTheCodeInside() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(Body());
        await Sleep(1);

        task.Cancel();

        await Awaiting.Throws<CancelledException>(task);
        Assert.Equal(5, Time());

        static async Coroutine Body() => await Shielded();

        static async Task Shielded() => await new CancelScope { Shield = true }.Run(() => Sleep(5));
    });

    [Fact]
    public void ATaskCancelledByTheCodeInsideItsShield_IsToldAfterTheStep() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(Body());

        await Awaiting.Throws<CancelledException>(task);

        Assert.Equal(2, Time());

        static async Coroutine Body()
        {
            LoopTask me = CurrentTask!;
            Task native = Shielded(me);
            await native;
            await Sleep(100);
        }

        static async Task Shielded(LoopTask outer) => await new CancelScope { Shield = true }.Run(async () =>
        {
            outer.Cancel();
            await Sleep(2);
        });
    });

    [Fact]
    public void AScopeCancelledBeforeItsFirstWait_CutsOffThatWait_AndNothingElse() => VirtualTime.Run(async () =>
    {
        await Native();

        Assert.Equal(0, CurrentTask!.Cancelling);
        await Sleep(1);
        Assert.Equal(1, Time());

        static async Task Native()
        {
            var scope = new CancelScope();
            Assert.False(await scope.Run(async () =>
            {
                scope.Cancel();
                await Sleep(10);
            }));
        }
    });

    [Fact]
    public void AScopeCancelledBeforeItsFirstWait_InTheCleanupOfACancelledTask_CutsOffThatWaitAlone() => VirtualTime.Run(async () =>
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
                await Native();
                await Sleep(1);
                log.Add($"cleaned up at {Time()}");
            }
        }

        static async Task Native()
        {
            var scope = new CancelScope();
            scope.Cancel();
            Assert.False(await scope.Run(() => Sleep(10)));
        }
    });

    [Fact]
    public void GroupsSideBySide_EachCancelsItsOwnBody() => VirtualTime.Run(async () =>
    {
        List<string> log = [];

        await Task.WhenAll(Group(2), Group(1));

        Assert.Equal(["error 1 at 1", "error 2 at 2"], log);
        Assert.Equal(0, CurrentTask!.Cancelling);

        async Task Group(int number)
        {
            try
            {
                await TaskGroup.Run(async group =>
                {
                    _ = group.CreateTask(Fail($"error {number}", number));
                    await Sleep(10);
                });
            }
            catch (AggregateException error)
            {
                log.Add($"{error.InnerExceptions.Single().Message} at {Time()}");
            }
        }
    });

    [Fact]
    public void AGroup_IsCancelledThroughTheCode() => VirtualTime.Run(async () =>
    {
        LoopTask? member = null;
        LoopTask task = CreateTask(Body());
        await Sleep(1);

        task.Cancel("enough");

        Assert.Equal("enough", (await Awaiting.Throws<CancelledException>(task)).Reason?.Message);
        Assert.True(member!.Cancelled);

        async Coroutine Body() => await Native();

        async Task Native() => await TaskGroup.Run(async group =>
        {
            member = group.CreateTask(Sleep(10));
            await Sleep(20);
        });
    });

    [Fact]
    public void ANativeMain_HasScopesAndGroupsToo() => VirtualTime.RunNative(async () =>
    {
        await Assert.ThrowsAsync<TimeoutException>(async () => await Timeout(1, () => Sleep(10)));
        await Task.WhenAll(Move(2), Move(3));
        await Assert.ThrowsAsync<AggregateException>(async () => await TaskGroup.Run(async group =>
        {
            _ = group.CreateTask(Fail("member", 1));
            await Sleep(10);
        }));

        Assert.Equal(5, Time());

        static async Task Move(double seconds) => Assert.False(await MoveOnAfter(seconds, () => Sleep(10)));
    });

    private static async Coroutine Fail(string message, double after)
    {
        await Sleep(after);
        throw new ExpectedException(message);
    }
}
