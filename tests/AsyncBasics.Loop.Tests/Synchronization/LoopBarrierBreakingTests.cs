using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class LoopBarrierBreakingTests
{
    [Fact]
    public void Reset_OfAnEmptyBarrier_ChangesNothing() => VirtualTime.Run(async () =>
    {
        var barrier = new LoopBarrier(2);

        await barrier.Reset();

        Assert.Equal("<Barrier [filling, waiters:0/2]>", barrier.ToString());
        await Gather(barrier.Wait(), barrier.Wait());
    });

    [Fact]
    public void Reset_FailsThoseWhoWait_AndServesThoseWhoCome() => VirtualTime.Run(async () =>
    {
        var barrier = new LoopBarrier(3);
        LoopTask<int> a = CreateTask(barrier.Wait()), b = CreateTask(barrier.Wait());
        await Sleep(0);

        await barrier.Reset();
        await Awaiting.Throws<BrokenBarrierException>(a);
        await Awaiting.Throws<BrokenBarrierException>(b);

        Assert.False(barrier.Broken);
        int[] numbers = await Gather(barrier.Wait(), barrier.Wait(), barrier.Wait());
        Assert.Equal([0, 1, 2], numbers);
    });

    [Fact]
    public void Wait_DuringAReset_WaitsUntilTheOthersAreOut() => VirtualTime.Run(async () =>
    {
        var barrier = new LoopBarrier(3);
        LoopTask<int> a = CreateTask(barrier.Wait()), b = CreateTask(barrier.Wait());
        await Sleep(0);

        LoopTask reset = CreateTask(barrier.Reset());
        LoopTask<int>[] newcomers = [.. Enumerable.Range(0, 3).Select(_ => CreateTask(barrier.Wait()))];
        await Sleep(0);
        Assert.Equal("<Barrier [resetting, waiters:0/3]>", barrier.ToString());

        await Awaiting.Throws<BrokenBarrierException>(a);
        await Awaiting.Throws<BrokenBarrierException>(b);
        int[] numbers = await Gather(newcomers);
        Assert.Equal([0, 1, 2], numbers);
        Assert.True(reset.Done);
    });

    [Fact]
    public void Reset_WhileARoundIsLeaving_BreaksThoseWhoAreNotOutYet() => VirtualTime.Run(async () =>
    {
        var barrier = new LoopBarrier(3);
        List<string> log = [];
        LoopTask[] tasks = [CreateTask(Come("A")), CreateTask(Come("B")), CreateTask(Come("C"))];
        await Sleep(0);

        await barrier.Reset();
        await Gather(tasks);

        Assert.Equal(["C 2", "A broken", "B broken"], log);
        Assert.Equal("<Barrier [filling, waiters:0/3]>", barrier.ToString());

        async Coroutine Come(string name)
        {
            try
            {
                log.Add($"{name} {await barrier.Wait()}");
            }
            catch (BrokenBarrierException)
            {
                log.Add($"{name} broken");
            }
        }
    });

    [Fact]
    public void Abort_FailsThoseWhoWait_AndThoseWhoCome() => VirtualTime.Run(async () =>
    {
        var barrier = new LoopBarrier(3);
        LoopTask<int> a = CreateTask(barrier.Wait()), b = CreateTask(barrier.Wait());
        await Sleep(0);

        await barrier.Abort();

        Assert.True(barrier.Broken);
        Assert.Equal(0, barrier.WaitingCount);
        Assert.Equal("<Barrier [broken]>", barrier.ToString());
        Assert.Equal("Abort or reset of barrier", (await Awaiting.Throws<BrokenBarrierException>(a)).Message);
        await Awaiting.Throws<BrokenBarrierException>(b);
        Assert.Equal("Barrier aborted", (await Awaiting.Throws<BrokenBarrierException>(CreateTask(barrier.Wait()))).Message);
    });

    [Fact]
    public void Reset_AfterAbort_Repairs() => VirtualTime.Run(async () =>
    {
        var barrier = new LoopBarrier(2);
        await barrier.Abort();

        await barrier.Reset();

        Assert.False(barrier.Broken);
        await Gather(barrier.Wait(), barrier.Wait());
    });

    [Fact]
    public void Abort_OfThoseWaitingOutside_FailsThemToo() => VirtualTime.Run(async () =>
    {
        var barrier = new LoopBarrier(2);
        LoopTask<int> a = CreateTask(barrier.Wait()), b = CreateTask(barrier.Wait()), outside = CreateTask(barrier.Wait());
        await Sleep(0);

        await barrier.Abort();

        await Awaiting.Throws<BrokenBarrierException>(outside);
        await Awaiting.Throws<BrokenBarrierException>(a);
        Assert.Equal(1, await b);
    });

    [Fact]
    public void Abort_ByATaskThatFails_FreesTheOthers() => VirtualTime.Run(async () =>
    {
        var barrier = new LoopBarrier(3);

        Exception?[] outcomes = await GatherOutcomes([CreateTask(Work(fails: false)), CreateTask(Work(fails: true)), CreateTask(Work(fails: false))]);

        Assert.Equal(
            [typeof(BrokenBarrierException), typeof(ExpectedException), typeof(BrokenBarrierException)],
            outcomes.Select(outcome => outcome?.GetType()));

        async Coroutine Work(bool fails)
        {
            try
            {
                await Sleep(1);
                if (fails)
                {
                    throw new ExpectedException();
                }
            }
            catch (ExpectedException)
            {
                await barrier.Abort();
                throw;
            }

            await barrier.Wait();
        }
    });
}
