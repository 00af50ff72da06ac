using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class LoopLockCancellationTests
{
    [Fact]
    public void Acquire_WhenEveryWaiterIsCancelled_MayPass() => VirtualTime.Run(async () =>
    {
        var mutex = new LoopLock();
        await mutex.Acquire();
        LoopTask a = CreateTask(mutex.Acquire()), b = CreateTask(mutex.Acquire());
        await Sleep(0);

        a.Cancel();
        b.Cancel();
        mutex.Release();

        Assert.Equal(0, await Turns.Of(mutex.Acquire()));
        await Awaiting.Throws<CancelledException>(a);
        await Awaiting.Throws<CancelledException>(b);
        Assert.True(mutex.Locked);
    });

    [Fact]
    public void Acquire_WhenOneWaiterIsNotCancelled_MayNotPass() => VirtualTime.Run(async () =>
    {
        var mutex = new LoopLock();
        await mutex.Acquire();
        LoopTask<LoopGuard> a = CreateTask(mutex.Acquire()), b = CreateTask(mutex.Acquire());
        await Sleep(0);

        a.Cancel();
        mutex.Release();
        LoopTask<LoopGuard> newcomer = CreateTask(mutex.Acquire());
        await b;

        Assert.True(a.Cancelled);
        Assert.False(newcomer.Done);
        mutex.Release();
        await newcomer;
    });

    [Fact]
    public void Cancel_OfAWaiter_LeavesTheOthersInOrder() => VirtualTime.Run(async () =>
    {
        var mutex = new LoopLock();
        List<string> log = [];
        await mutex.Acquire();
        LoopTask[] tasks = [CreateTask(Take("A")), CreateTask(Take("B")), CreateTask(Take("C"))];
        await Sleep(0);

        tasks[1].Cancel();
        await Sleep(0);
        mutex.Release();
        await tasks[0];
        await tasks[2];

        Assert.True(tasks[1].Cancelled);
        Assert.Equal(["A", "C"], log);

        async Coroutine Take(string name)
        {
            using (await mutex.Acquire())
            {
                log.Add(name);
            }
        }
    });

    [Fact]
    public void Cancel_OfTheHeadBeforeItsTurn_HoldsTheOthersUpUntilThen() => VirtualTime.Run(async () =>
    {
        // As CPython: a release finds the cancelled one at the head and wakes nobody; the head wakes the next when its turn comes.
        var mutex = new LoopLock();
        List<string> log = [];
        await mutex.Acquire();
        LoopTask a = CreateTask(Take("A")), b = CreateTask(Take("B"));
        await Sleep(0);

        a.Cancel();
        mutex.Release();
        LoopTask witness = CreateTask(Witness());
        await Gather(b, witness);

        Assert.Equal(["A cancelled", "witness", "B"], log);

        async Coroutine Take(string name)
        {
            try
            {
                await mutex.Acquire();
                log.Add(name);
            }
            catch (CancelledException)
            {
                log.Add($"{name} cancelled");
            }
        }

        async Coroutine Witness()
        {
            log.Add("witness");
        }
    });

    [Fact]
    public void Cancel_BetweenWakingAndTheTurn_PassesTheLockOn() => VirtualTime.Run(async () =>
    {
        var mutex = new LoopLock();
        await mutex.Acquire();
        LoopTask<LoopGuard> a = CreateTask(mutex.Acquire()), b = CreateTask(mutex.Acquire());
        await Sleep(0);

        mutex.Release();
        a.Cancel();
        await b;

        Assert.True(a.Cancelled);
        Assert.True(mutex.Locked);
    });

    [Fact]
    public void Cancel_OfSeveralInARowAfterTheRelease_StillWakesTheNext() => VirtualTime.Run(async () =>
    {
        var mutex = new LoopLock();
        await mutex.Acquire();
        LoopTask<LoopGuard>[] tasks = [.. Enumerable.Range(0, 5).Select(_ => CreateTask(mutex.Acquire()))];
        await Sleep(0);

        mutex.Release();
        tasks[0].Cancel();
        tasks[1].Cancel();
        tasks[2].Cancel();
        await tasks[3];

        Assert.All(tasks[..3], task => Assert.True(task.Cancelled));
        Assert.False(tasks[4].Done);
        mutex.Release();
        await tasks[4];
    });

    [Fact]
    public void Cancel_OfAWokenWaiter_WhenANewcomerTookTheLock_WakesNobody() => VirtualTime.Run(async () =>
    {
        var mutex = new LoopLock();
        await mutex.Acquire();
        LoopTask<LoopGuard> a = CreateTask(mutex.Acquire());
        await Sleep(0);

        a.Cancel();
        mutex.Release();
        await mutex.Acquire();
        await Awaiting.Throws<CancelledException>(a);

        Assert.True(mutex.Locked);
        mutex.Release();
        Assert.False(mutex.Locked);
    });

    [Fact]
    public void Release_ByATaskThatWasCancelledWhileItHeldTheLock_WakesTheNext() => VirtualTime.Run(async () =>
    {
        var mutex = new LoopLock();
        LoopTask holder = CreateTask(HoldForLong());
        LoopTask<LoopGuard> next = CreateTask(mutex.Acquire());
        await Sleep(1);

        holder.Cancel();
        await next;

        Assert.True(holder.Cancelled);
        Assert.Equal(1, Time());

        async Coroutine HoldForLong()
        {
            using (await mutex.Acquire())
            {
                await Sleep(100);
            }
        }
    });

    [Fact]
    public void Cancel_BeforeTheFirstStep_NeverStandsInLine() => VirtualTime.Run(async () =>
    {
        var mutex = new LoopLock();
        LoopTask<LoopGuard> task = CreateTask(mutex.Acquire());
        task.Cancel();

        await Awaiting.Throws<CancelledException>(task);

        Assert.False(mutex.Locked);
    });

    [Fact]
    public void Cancel_TwiceWhileWaiting_EndsTheWaitOnce() => VirtualTime.Run(async () =>
    {
        var mutex = new LoopLock();
        await mutex.Acquire();
        LoopTask<LoopGuard> task = CreateTask(mutex.Acquire());
        await Sleep(0);

        task.Cancel("first");
        task.Cancel("second");
        await Awaiting.Throws<CancelledException>(task);
        mutex.Release();

        Assert.Equal(0, await Turns.Of(mutex.Acquire()));
    });

    [Fact]
    public void Cancel_CarriesItsReason() => VirtualTime.Run(async () =>
    {
        var mutex = new LoopLock();
        await mutex.Acquire();
        LoopTask<LoopGuard> task = CreateTask(mutex.Acquire());
        await Sleep(0);

        task.Cancel("no longer needed");
        CancelledException exception = await Awaiting.Throws<CancelledException>(task);

        Assert.Equal("no longer needed", exception.Reason?.Message);
    });

    [Fact]
    public void Acquire_UnderATimeout_LeavesTheLineInTime() => VirtualTime.Run(async () =>
    {
        var mutex = new LoopLock();
        await mutex.Acquire();
        LoopTask impatient = CreateTask(WaitFor(mutex.Acquire(), timeout: 1));
        LoopTask<LoopGuard> patient = CreateTask(mutex.Acquire());
        await Awaiting.Throws<TimeoutException>(impatient);

        mutex.Release();
        await patient;

        Assert.True(mutex.Locked);
    });
}
