using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class LoopSemaphoreTests
{
    [Fact]
    public void Value_BelowZero_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LoopSemaphore(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LoopBoundedSemaphore(-1));
    }

    [Fact]
    public void Value_OfZero_IsLockedFromTheStart() => Assert.True(new LoopSemaphore(0).Locked);

    [Fact]
    public void Value_IsOneByDefault() => VirtualTime.Run(async () =>
    {
        var semaphore = new LoopSemaphore();
        Assert.False(semaphore.Locked);

        await semaphore.Acquire();

        Assert.True(semaphore.Locked);
    });

    [Fact]
    public void Acquire_WhileThereIsRoom_DoesNotGiveUpTheTurn() => VirtualTime.Run(async () =>
    {
        var semaphore = new LoopSemaphore(2);

        Assert.Equal(0, await Turns.Of(semaphore.Acquire()));
        Assert.Equal(0, await Turns.Of(semaphore.Acquire()));
        Assert.True(semaphore.Locked);
    });

    [Fact]
    public void Acquire_WithoutRoom_GoesOnInTheTurnAfterTheRelease() => VirtualTime.Run(async () =>
    {
        var semaphore = new LoopSemaphore(0);
        EventLoop.Running.CallSoon(semaphore.Release);

        Assert.Equal(1, await Turns.Of(semaphore.Acquire()));
        Assert.True(semaphore.Locked);
    });

    [Fact]
    public void Guard_LetsSoManyInAtOnce() => VirtualTime.Run(async () =>
    {
        var semaphore = new LoopSemaphore(3);
        int inside = 0, most = 0;

        await Gather(Enumerable.Range(0, 10).Select(_ => Work()));

        Assert.Equal(3, most);
        Assert.Equal(4, Time());
        Assert.False(semaphore.Locked);

        async Coroutine Work()
        {
            using (await semaphore.Acquire())
            {
                most = Math.Max(most, ++inside);
                await Sleep(1);
                inside--;
            }
        }
    });

    [Fact]
    public void Release_WithoutWaiters_MakesRoomBeyondTheStart() => VirtualTime.Run(async () =>
    {
        var semaphore = new LoopSemaphore(1);
        semaphore.Release();

        Assert.Equal("<Semaphore [unlocked, value:2]>", semaphore.ToString());
        await semaphore.Acquire();
        Assert.False(semaphore.Locked);
    });

    [Fact]
    public void Release_CountsDownWhenItWakes_SoThatNobodyGetsInBetween() => VirtualTime.Run(async () =>
    {
        var semaphore = new LoopSemaphore(1);
        await semaphore.Acquire();
        LoopTask<LoopGuard> waiter = CreateTask(semaphore.Acquire());
        await Sleep(0);

        semaphore.Release();
        Assert.True(semaphore.Locked);
        LoopTask<LoopGuard> newcomer = CreateTask(semaphore.Acquire());
        await waiter;
        await Sleep(1);

        Assert.False(newcomer.Done);
        semaphore.Release();
        await newcomer;
    });

    [Fact]
    public void Release_OfMuchRoomAtOnce_LetsTheWokenInBeforeANewcomer() => VirtualTime.Run(async () =>
    {
        // There is room for a newcomer too, but while somebody is on the way in, everybody else stands in line.
        var semaphore = new LoopSemaphore(0);
        List<string> log = [];
        LoopTask a = CreateTask(Enter("A"));
        await Sleep(0);

        semaphore.Release();
        semaphore.Release();
        Assert.True(semaphore.Locked);
        await Enter("newcomer");
        await a;

        Assert.Equal(["A", "newcomer"], log);

        async Coroutine Enter(string name)
        {
            await semaphore.Acquire();
            log.Add(name);
        }
    });

    [Fact]
    public void Release_InOrderOfArrival_AlsoForThoseWhoComeAgain() => VirtualTime.Run(async () =>
    {
        var semaphore = new LoopSemaphore(1);
        List<string> log = [];

        await Gather(Rounds("A"), Rounds("B"), Rounds("C"));

        Assert.Equal(["A", "B", "C", "A", "B", "C", "A", "B", "C"], log);

        async Coroutine Rounds(string name)
        {
            for (int round = 0; round < 3; round++)
            {
                using (await semaphore.Acquire())
                {
                    log.Add(name);
                    await Sleep(0);
                }
            }
        }
    });

    [Fact]
    public void Acquire_WithManyReleases_HangsNobody() => VirtualTime.Run(async () =>
    {
        // CPython's test_acquire_no_hang: one takes turns quickly, the others must not starve or hang.
        var semaphore = new LoopSemaphore(1);
        List<string> log = [];

        await WaitFor(Twice(), timeout: 10);

        Assert.Equal(["first", "second"], log);

        async Coroutine Twice()
        {
            LoopTask first = CreateTask(Use("first")), cancelled = CreateTask(Use("cancelled")), second = CreateTask(Use("second"));
            await Sleep(0);
            cancelled.Cancel();
            await first;
            await second;
        }

        async Coroutine Use(string name)
        {
            using (await semaphore.Acquire())
            {
                await Sleep(1);
                log.Add(name);
            }
        }
    });

    [Fact]
    public void ToString_TellsStateAndWaiters() => VirtualTime.Run(async () =>
    {
        var semaphore = new LoopSemaphore(2) { Name = "tables" };
        Assert.Equal("<Semaphore 'tables' [unlocked, value:2]>", semaphore.ToString());
        await semaphore.Acquire();
        await semaphore.Acquire();
        LoopTask<LoopGuard> waiter = CreateTask(semaphore.Acquire());
        await Sleep(0);

        Assert.Equal("<Semaphore 'tables' [locked, waiters:1]>", semaphore.ToString());
        semaphore.Release();
        await waiter;
    });
}
