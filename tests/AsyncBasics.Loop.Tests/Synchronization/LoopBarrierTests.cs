using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class LoopBarrierTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    public void Parties_FewerThanOne_AreRefused(int parties) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LoopBarrier(parties));

    [Fact]
    public void New_IsFillingAndEmpty()
    {
        var barrier = new LoopBarrier(3);

        Assert.Equal(3, barrier.Parties);
        Assert.Equal(0, barrier.WaitingCount);
        Assert.False(barrier.Broken);
        Assert.Equal("<Barrier [filling, waiters:0/3]>", barrier.ToString());
    }

    [Fact]
    public void Wait_AtABarrierForOne_DoesNotWait() => VirtualTime.Run(async () =>
    {
        var barrier = new LoopBarrier(1);

        Assert.Equal(0, await Turns.Of(barrier.Wait()));
        Assert.Equal(0, await barrier.Wait());
    });

    [Fact]
    public void Wait_LetsAllGoOnWhenTheLastHasCome() => VirtualTime.Run(async () =>
    {
        var barrier = new LoopBarrier(3);
        List<string> log = [];

        await Gather(Come("A", 1), Come("B", 3), Come("C", 2));

        Assert.Equal(["B 3", "A 3", "C 3"], log);

        async Coroutine Come(string name, int when)
        {
            await Sleep(when);
            await barrier.Wait();
            log.Add($"{name} {Time()}");
        }
    });

    [Fact]
    public void Wait_ReturnsADifferentNumberToEach_InTheOrderOfArrival() => VirtualTime.Run(async () =>
    {
        var barrier = new LoopBarrier(4);

        int[] numbers = await Gather(Enumerable.Range(0, 4).Select(_ => barrier.Wait()));

        Assert.Equal([0, 1, 2, 3], numbers);
    });

    [Fact]
    public void WaitingCount_CountsThoseWhoHaveCome() => VirtualTime.Run(async () =>
    {
        var barrier = new LoopBarrier(3);
        List<LoopTask<int>> tasks = [];
        for (int come = 1; come < 3; come++)
        {
            tasks.Add(CreateTask(barrier.Wait()));
            await Sleep(0);
            Assert.Equal(come, barrier.WaitingCount);
        }

        Assert.Equal("<Barrier [filling, waiters:2/3]>", barrier.ToString());
        await barrier.Wait();
        await Gather(tasks);
        Assert.Equal(0, barrier.WaitingCount);
    });

    [Fact]
    public void Wait_RoundAfterRound_KeepsTheRoundsApart() => VirtualTime.Run(async () =>
    {
        var barrier = new LoopBarrier(2);
        List<string> log = [];

        await Gather(Rounds("A"), Rounds("B"));

        Assert.Equal(["B 1", "A 1", "B 2", "A 2", "B 3", "A 3"], log);

        async Coroutine Rounds(string name)
        {
            for (int round = 1; round <= 3; round++)
            {
                await barrier.Wait();
                log.Add($"{name} {round}");
            }
        }
    });

    [Fact]
    public void Wait_WhileTheRoundBeforeIsLeaving_WaitsOutside() => VirtualTime.Run(async () =>
    {
        var barrier = new LoopBarrier(2);
        LoopTask<int> a = CreateTask(barrier.Wait()), b = CreateTask(barrier.Wait()), c = CreateTask(barrier.Wait());
        await Sleep(0);
        Assert.Equal("<Barrier [draining, waiters:0/2]>", barrier.ToString());

        await Gather(a, b);
        await Sleep(1);
        Assert.Equal("<Barrier [filling, waiters:1/2]>", barrier.ToString());

        Assert.Equal(1, await barrier.Wait());
        Assert.Equal(0, await c);
    });

    [Fact]
    public void Wait_ByMoreTasksThanParties_LetsThemGoInGroups() => VirtualTime.Run(async () =>
    {
        var barrier = new LoopBarrier(3);
        LoopTask<int>[] tasks = [.. Enumerable.Range(0, 7).Select(_ => CreateTask(barrier.Wait()))];

        await Sleep(1);

        Assert.Equal(6, tasks.Count(task => task.Done));
        Assert.Equal(1, barrier.WaitingCount);
        Assert.Equal([0, 0, 1, 1, 2, 2], tasks.Where(task => task.Done).Select(task => task.Result).Order());
        CancelAll(tasks);
    });

    [Fact]
    public void Cancel_OfOneWhoWaits_LeavesRoomForAnother() => VirtualTime.Run(async () =>
    {
        var barrier = new LoopBarrier(3);
        LoopTask<int> a = CreateTask(barrier.Wait()), b = CreateTask(barrier.Wait());
        await Sleep(0);

        a.Cancel();
        await Awaiting.Throws<CancelledException>(a);
        Assert.Equal(1, barrier.WaitingCount);
        Assert.False(barrier.Broken);

        LoopTask<int> c = CreateTask(barrier.Wait()), d = CreateTask(barrier.Wait());
        await Gather(b, c, d);
    });

    [Fact]
    public void Cancel_OfTheOnlyOne_EmptiesTheBarrier() => VirtualTime.Run(async () =>
    {
        var barrier = new LoopBarrier(2);
        LoopTask<int> a = CreateTask(barrier.Wait());
        await Sleep(0);

        a.Cancel();
        await Awaiting.Throws<CancelledException>(a);

        Assert.Equal("<Barrier [filling, waiters:0/2]>", barrier.ToString());
    });

    [Fact]
    public void Cancel_OfOneWhoWasAlreadyLetGo_DoesNotHoldTheOthers() => VirtualTime.Run(async () =>
    {
        var barrier = new LoopBarrier(3);
        LoopTask<int> a = CreateTask(barrier.Wait()), b = CreateTask(barrier.Wait());
        await Sleep(0);
        await barrier.Wait();

        a.Cancel();

        Assert.Equal(1, await b);
        await Awaiting.Throws<CancelledException>(a);
        Assert.Equal("<Barrier [filling, waiters:0/3]>", barrier.ToString());
    });

    private static void CancelAll(IEnumerable<LoopTask> tasks)
    {
        foreach (LoopTask task in tasks)
        {
            task.Cancel();
        }
    }
}
