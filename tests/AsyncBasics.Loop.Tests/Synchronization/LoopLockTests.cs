using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class LoopLockTests
{
    [Fact]
    public void Locked_TellsWhetherSomebodyHoldsIt() => VirtualTime.Run(async () =>
    {
        var mutex = new LoopLock();
        Assert.False(mutex.Locked);

        LoopGuard guard = await mutex.Acquire();
        Assert.True(mutex.Locked);

        guard.Dispose();
        Assert.False(mutex.Locked);
    });

    [Fact]
    public void Acquire_OfAFreeLock_DoesNotGiveUpTheTurn() => VirtualTime.Run(async () =>
        Assert.Equal(0, await Turns.Of(new LoopLock().Acquire())));

    [Fact]
    public void Acquire_OfAHeldLock_GoesOnInTheTurnAfterTheRelease() => VirtualTime.Run(async () =>
    {
        var mutex = new LoopLock();
        await mutex.Acquire();
        EventLoop.Running.CallSoon(mutex.Release);

        Assert.Equal(1, await Turns.Of(mutex.Acquire()));
    });

    [Fact]
    public void Acquire_CalledButNotAwaited_TakesNothing()
    {
        List<LoopReport> reports = VirtualTime.ReportsOf(async () =>
        {
            var mutex = new LoopLock();
            _ = mutex.Acquire();
            await Sleep(1);
            Assert.False(mutex.Locked);
        });

        Assert.Equal("coroutine 'Acquire' was never awaited", Assert.Single(reports).Message);
    }

    [Fact]
    public void Acquire_AwaitedTwice_IsAnError() => VirtualTime.Run(async () =>
    {
        var mutex = new LoopLock();
        Coroutine<LoopGuard> acquire = mutex.Acquire();
        await acquire;
        mutex.Release();

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await acquire);
        Assert.False(mutex.Locked);
    });

    [Fact]
    public void Release_OfAFreeLock_IsAnError()
    {
        var mutex = new LoopLock();

        Assert.Equal("Lock is not acquired.", Assert.Throws<InvalidOperationException>(mutex.Release).Message);
    }

    [Fact]
    public void Release_WithoutWaiters_FreesIt() => VirtualTime.Run(async () =>
    {
        var mutex = new LoopLock();
        await mutex.Acquire();

        mutex.Release();

        Assert.False(mutex.Locked);
    });

    [Fact]
    public void Release_ByAnotherTask_IsAllowed() => VirtualTime.Run(async () =>
    {
        var mutex = new LoopLock();
        await CreateTask(mutex.Acquire());

        mutex.Release();

        Assert.False(mutex.Locked);
    });

    [Fact]
    public void Release_WakesTheWaitersInTheOrderInWhichTheyCame() => VirtualTime.Run(async () =>
    {
        var mutex = new LoopLock();
        List<string> log = [];

        await Gather(Hold("A"), Hold("B"), Hold("C"));

        Assert.Equal(["A in 0", "A out 1", "B in 1", "B out 2", "C in 2", "C out 3"], log);

        async Coroutine Hold(string name)
        {
            await mutex.Acquire();
            log.Add($"{name} in {Time()}");
            await Sleep(1);
            log.Add($"{name} out {Time()}");
            mutex.Release();
        }
    });

    [Fact]
    public void Release_DoesNotHandOver_ButTheReleaserCannotTakeItBack() => VirtualTime.Run(async () =>
    {
        var mutex = new LoopLock();
        List<string> log = [];
        await mutex.Acquire();
        LoopTask waiter = CreateTask(Wait());
        await Sleep(0);

        mutex.Release();
        log.Add($"free: {!mutex.Locked}");
        await mutex.Acquire();
        log.Add("main has it again");
        mutex.Release();
        await waiter;

        Assert.Equal(["free: True", "waiter has it", "main has it again"], log);

        async Coroutine Wait()
        {
            using (await mutex.Acquire())
            {
                log.Add("waiter has it");
            }
        }
    });

    [Fact]
    public void Acquire_BetweenReleaseAndTheTurnOfTheWaiter_StandsInLine() => VirtualTime.Run(async () =>
    {
        // The race of CPython's test_cancel_release_race, without the cancellation: a newcomer runs first and must not pass.
        var mutex = new LoopLock();
        List<string> log = [];
        await mutex.Acquire();
        LoopTask[] tasks = [CreateTask(Take("A")), CreateTask(Take("B"))];
        await Sleep(0);

        LoopTask newcomer = CreateTask(Take("newcomer"));
        EventLoop.Running.CallSoon(mutex.Release);
        await Gather([.. tasks, newcomer]);

        Assert.Equal(["A", "B", "newcomer"], log);

        async Coroutine Take(string name)
        {
            using (await mutex.Acquire())
            {
                log.Add(name);
            }
        }
    });

    [Fact]
    public void Guard_ReleasesAlsoWhenTheBlockThrows() => VirtualTime.Run(async () =>
    {
        var mutex = new LoopLock();
        try
        {
            using (await mutex.Acquire())
            {
                throw new ExpectedException();
            }
        }
        catch (ExpectedException)
        {
        }

        Assert.False(mutex.Locked);
    });

    [Fact]
    public void Guard_OfALockThatWasReleased_IsAnError() => VirtualTime.Run(async () =>
    {
        var mutex = new LoopLock();
        LoopGuard guard = await mutex.Acquire();
        mutex.Release();

        Assert.Throws<InvalidOperationException>(guard.Dispose);
    });

    [Fact]
    public void Acquire_ByTheHolder_WaitsForItself() => VirtualTime.Run(async () =>
    {
        var mutex = new LoopLock();
        await mutex.Acquire();

        await Awaiting.Throws<TimeoutException>(CreateTask(WaitFor(mutex.Acquire(), timeout: 1)));

        Assert.Equal(1, Time());
    });

    [Fact]
    public void Use_FromASecondLoop_IsAnErrorOnlyWhereItHasToWait()
    {
        var mutex = new LoopLock();
        VirtualTime.Run(async () =>
        {
            await mutex.Acquire();
            LoopTask<LoopGuard> waiter = CreateTask(mutex.Acquire());
            await Sleep(0);
            mutex.Release();
            await waiter;
        });
        VirtualTime.Run(async () =>
        {
            InvalidOperationException error = await Awaiting.Throws<InvalidOperationException>(CreateTask(mutex.Acquire()));
            Assert.Equal("<Lock [locked]> is bound to a different event loop.", error.Message);
            mutex.Release();
            Assert.Equal(0, await Turns.Of(mutex.Acquire()));
        });
    }

    [Fact]
    public void ToString_TellsNameStateAndWaiters() => VirtualTime.Run(async () =>
    {
        var mutex = new LoopLock { Name = "sink" };
        Assert.Equal("<Lock 'sink' [unlocked]>", mutex.ToString());

        LoopGuard guard = await mutex.Acquire();
        LoopTask<LoopGuard> waiter = CreateTask(mutex.Acquire());
        await Sleep(0);

        Assert.Equal("<Lock 'sink' [locked, waiters:1]>", mutex.ToString());
        Assert.Equal("<Guard of <Lock 'sink' [locked, waiters:1]>>", guard.ToString());
        mutex.Release();
        await waiter;
    });
}
