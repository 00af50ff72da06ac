using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class LoopSemaphoreCancellationTests
{
    [Fact]
    public void Cancel_WhileWaiting_LeavesTheLine() => VirtualTime.Run(async () =>
    {
        var semaphore = new LoopSemaphore(0);
        LoopTask<LoopGuard> a = CreateTask(semaphore.Acquire()), b = CreateTask(semaphore.Acquire());
        await Sleep(0);

        a.Cancel();
        semaphore.Release();
        await b;

        await Awaiting.Throws<CancelledException>(a);
        Assert.Equal("<Semaphore [locked]>", semaphore.ToString());
    });

    [Fact]
    public void Cancel_AndReleaseInTheSameTurn_WakesTheNextAtOnce() => VirtualTime.Run(async () =>
    {
        // Unlike in front of a lock, one who was cancelled holds nobody up.
        var semaphore = new LoopSemaphore(0);
        List<string> log = [];
        LoopTask a = CreateTask(Enter("A")), b = CreateTask(Enter("B"));
        await Sleep(0);

        a.Cancel();
        semaphore.Release();
        await Gather(b, CreateTask(Witness()));

        Assert.Equal(["A cancelled", "B", "witness"], log);

        async Coroutine Enter(string name)
        {
            try
            {
                await semaphore.Acquire();
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
    public void Cancel_BetweenWakingAndTheTurn_GivesTheRoomToTheNext() => VirtualTime.Run(async () =>
    {
        var semaphore = new LoopSemaphore(0);
        LoopTask<LoopGuard> a = CreateTask(semaphore.Acquire()), b = CreateTask(semaphore.Acquire());
        await Sleep(0);

        semaphore.Release();
        a.Cancel();
        await b;

        Assert.True(a.Cancelled);
        Assert.True(semaphore.Locked);
    });

    [Fact]
    public void Cancel_BetweenWakingAndTheTurn_WithNobodyElse_GivesTheRoomBack() => VirtualTime.Run(async () =>
    {
        var semaphore = new LoopSemaphore(0);
        LoopTask<LoopGuard> a = CreateTask(semaphore.Acquire());
        await Sleep(0);

        semaphore.Release();
        a.Cancel();
        await Awaiting.Throws<CancelledException>(a);

        Assert.Equal("<Semaphore [unlocked, value:1]>", semaphore.ToString());
    });

    [Fact]
    public void Cancel_OfSeveralWoken_GivesAllTheRoomBack() => VirtualTime.Run(async () =>
    {
        var semaphore = new LoopSemaphore(0);
        LoopTask<LoopGuard>[] tasks = [.. Enumerable.Range(0, 5).Select(_ => CreateTask(semaphore.Acquire()))];
        await Sleep(0);

        semaphore.Release();
        semaphore.Release();
        semaphore.Release();
        tasks[0].Cancel();
        tasks[1].Cancel();
        await Gather(tasks[2], tasks[3], tasks[4]);

        Assert.True(tasks[0].Cancelled);
        Assert.True(tasks[1].Cancelled);
        Assert.True(semaphore.Locked);
    });

    [Fact]
    public void Cancel_OfThePendingOnes_LetsANewcomerPass() => VirtualTime.Run(async () =>
    {
        var semaphore = new LoopSemaphore(0);
        LoopTask<LoopGuard> a = CreateTask(semaphore.Acquire());
        await Sleep(0);

        a.Cancel();
        semaphore.Release();

        Assert.False(semaphore.Locked);
        Assert.Equal(0, await Turns.Of(semaphore.Acquire()));
        await Awaiting.Throws<CancelledException>(a);
        Assert.True(semaphore.Locked);
    });

    [Fact]
    public void Cancel_OfTheWoken_WhileOthersCame_WakesAllForWhomThereIsRoom() => VirtualTime.Run(async () =>
    {
        var semaphore = new LoopSemaphore(0);
        LoopTask<LoopGuard> a = CreateTask(semaphore.Acquire());
        await Sleep(0);
        semaphore.Release();
        semaphore.Release();
        LoopTask<LoopGuard> b = CreateTask(semaphore.Acquire()), c = CreateTask(semaphore.Acquire());
        a.Cancel();

        await Gather(b, c);

        Assert.True(a.Cancelled);
        Assert.True(semaphore.Locked);
    });

    [Fact]
    public void Guard_ReleasesAlsoWhenTheTaskIsCancelledInside() => VirtualTime.Run(async () =>
    {
        var semaphore = new LoopSemaphore(1);
        LoopTask task = CreateTask(Inside());
        await Sleep(1);

        task.Cancel();
        await Awaiting.Throws<CancelledException>(task);

        Assert.False(semaphore.Locked);

        async Coroutine Inside()
        {
            using (await semaphore.Acquire())
            {
                await Sleep(10);
            }
        }
    });
}
