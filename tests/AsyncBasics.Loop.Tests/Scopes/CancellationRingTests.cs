using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>Tasks that wait for each other in a ring: a deadlock, but one that a cancellation can end. CPython's goes round for ever.</summary>
public sealed class CancellationRingTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(100)]
    public void OfAwaits_AllEnd(int size) => VirtualTime.Run(async () =>
    {
        List<LoopTask> ring = [];
        for (int i = 0; i < size; i++)
        {
            ring.Add(CreateTask(AwaitNext(ring, i)));
        }

        await Sleep(1);
        ring[size / 2].Cancel();
        await Awaiting.Throws<CancelledException>(ring[0]);
        await Sleep(1);

        Assert.All(ring, task => Assert.True(task.Cancelled));
    });

    [Fact]
    public void OfGathers_AllEnd() => VirtualTime.Run(async () =>
    {
        List<LoopTask> ring = [];
        for (int i = 0; i < 3; i++)
        {
            ring.Add(CreateTask(GatherNext(i)));
        }

        await Sleep(1);
        ring[0].Cancel();
        await Sleep(1);

        Assert.All(ring, task => Assert.True(task.Done));

        async Coroutine GatherNext(int i) => await Gather(ring[(i + 1) % ring.Count], CreateTask(Sleep(100)));
    });

    [Fact]
    public void OfAGroupAndAMemberThatWaitsForIt_BothEnd() => VirtualTime.Run(async () =>
    {
        LoopTask? member = null;
        LoopTask parent = CreateTask(Parent());
        await Sleep(1);

        parent.Cancel();

        await Awaiting.Throws<CancelledException>(parent);
        Assert.True(member!.Cancelled);

        async Coroutine Parent()
        {
            LoopTask me = CurrentTask!;
            await TaskGroup.Run(async group => { member = group.CreateTask(Await(me)); });
        }
    });

    [Fact]
    public void OfAGroupAndAMemberThatWaitsForIt_ASiblingFails_BothEnd() => VirtualTime.Run(async () =>
    {
        LoopTask parent = CreateTask(Parent());

        await Awaiting.Throws<AggregateException>(parent);

        Assert.Equal(1, Time());

        static async Coroutine Parent()
        {
            LoopTask me = CurrentTask!;
            await TaskGroup.Run(async group =>
            {
                _ = group.CreateTask(Await(me));
                await Sleep(1);
                throw new ExpectedException();
            });
        }
    });

    [Fact]
    public void WithATimeout_TheOneWithTheTimeoutGoesOn() => VirtualTime.Run(async () =>
    {
        List<LoopTask> ring = [];
        bool wentOn = false;
        ring.Add(CreateTask(WithTimeout()));
        ring.Add(CreateTask(AwaitNext(ring, 1)));

        await ring[0];

        Assert.True(wentOn);
        await Awaiting.Throws<CancelledException>(ring[1]);

        async Coroutine WithTimeout() => wentOn = !await MoveOnAfter(1, async () => await ring[1]);
    });

    [Fact]
    public void AtTheLoopsEnd_NothingIsLeft()
    {
        List<LoopTask> ring = [];

        VirtualTime.Run(async () =>
        {
            ring.Add(CreateTask(AwaitNext(ring, 0)));
            ring.Add(CreateTask(AwaitNext(ring, 1)));
            await Sleep(1);
        });

        Assert.All(ring, task => Assert.True(task.Cancelled));
    }

    [Fact]
    public void WithoutACancellation_IsADeadlock_ThatNamesTheRing()
    {
        List<LoopTask> ring = [];

        DeadlockException deadlock = Assert.Throws<DeadlockException>(() => Asyncio.Run(Main(), VirtualTime.Options(_ => { })));

        Assert.Equal(
            [
                "main (Main) waits for task a (AwaitNext)",
                "a (AwaitNext) waits for task b (AwaitNext)",
                "b (AwaitNext) waits for task a (AwaitNext)",
            ],
            deadlock.Waiters);

        async Coroutine Main()
        {
            CurrentTask!.Name = "main";
            ring.Add(CreateTask(AwaitNext(ring, 0), "a"));
            ring.Add(CreateTask(AwaitNext(ring, 1), "b"));
            await ring[0];
        }
    }

    private static async Coroutine AwaitNext(List<LoopTask> ring, int i) => await ring[(i + 1) % ring.Count];

    private static async Coroutine Await(LoopTask task) => await task;
}
