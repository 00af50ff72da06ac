using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class DeadlockTests
{
    [Fact]
    public void NobodyCanGoOn_IsAnErrorThatListsWhoWaitsForWhat()
    {
        async Coroutine AwaitFuture() => await new Future<int>();
        async Coroutine Nested(LoopTask task) => await AwaitTask(task);
        async Coroutine AwaitTask(LoopTask task) => await task;
        async Coroutine AwaitGather(LoopTask task) => await Gather(task, CreateTask(AwaitFuture(), "child"));

        DeadlockException error = Assert.Throws<DeadlockException>(() => VirtualTime.Run(async () =>
        {
            LoopTask a = CreateTask(AwaitFuture(), "A");
            LoopTask b = CreateTask(Nested(a), "B");
            await CreateTask(AwaitGather(b), "C");
        }));

        Assert.Equal(5, error.Waiters.Count);
        Assert.StartsWith("Task-1 (", error.Waiters[0], StringComparison.Ordinal);
        Assert.EndsWith(" waits for task C (AwaitGather)", error.Waiters[0], StringComparison.Ordinal);
        Assert.Equal(
            [
                "A (AwaitFuture) waits for a future",
                "B (AwaitTask) waits for task A (AwaitFuture)",
                "C (AwaitGather) waits for gather of task B (Nested), task child (AwaitFuture)",
                "child (AwaitFuture) waits for a future",
            ],
            error.Waiters.Skip(1));
        Assert.StartsWith("Deadlock: nothing is ready, no timer is set and nothing is pending elsewhere.", error.Message, StringComparison.Ordinal);
        Assert.All(error.Waiters, waiter => Assert.Contains(waiter, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void TasksThatAwaitEachOther_AreADeadlock_AndTheRunEnds()
    {
        DeadlockException error = Assert.Throws<DeadlockException>(() => VirtualTime.Run(async () =>
        {
            LoopTask b = null!;
            async Coroutine AwaitB() => await b;
            LoopTask a = CreateTask(AwaitB(), "A");
            async Coroutine AwaitA() => await a;
            b = CreateTask(AwaitA(), "B");
            await a;
        }));

        Assert.Contains("A (AwaitB) waits for task B (AwaitA)", error.Waiters);
        Assert.Contains("B (AwaitA) waits for task A (AwaitB)", error.Waiters);
    }

    [Fact]
    public void TheTasksThatWait_AreCancelled_SoThatTheyCleanUp()
    {
        List<string> log = [];
        async Coroutine Waiter()
        {
            try
            {
                await new Future<int>();
            }
            finally
            {
                log.Add("cleaned up");
            }
        }

        Assert.Throws<DeadlockException>(() => VirtualTime.Run(async () => await CreateTask(Waiter())));
        Assert.Equal(["cleaned up"], log);
    }

    [Fact]
    public void ATimer_IsNoDeadlock() => VirtualTime.Run(async () =>
    {
        var future = new Future<int>();
        EventLoop.Running.CallLater(TimeSpan.FromDays(1), () => future.SetResult(1));
        await future;
    });

    [Fact]
    public void AHold_IsNoDeadlock_WhileItIsHeld()
    {
        Assert.Throws<DeadlockException>(() => VirtualTime.Run(async () =>
        {
            EventLoop loop = EventLoop.Running;
            IDisposable first = loop.Hold(), second = loop.Hold();
            var thread = new Thread(() =>
            {
                Thread.Sleep(5);
                first.Dispose();
                first.Dispose();
                Thread.Sleep(5);
                second.Dispose();
            });
            thread.Start();
            await new Future<int>();
        }));
    }

    [Fact]
    public void AnIdleLoop_IsADeadlock()
    {
        using EventLoop loop = VirtualTime.NewLoop();

        Assert.Empty(Assert.Throws<DeadlockException>(loop.RunForever).Waiters);
        loop.RunUntilComplete(loop.CreateTask(Sleep(1)));
    }

    [Fact]
    public void GathersInsideEachOther_AreDescribedAFewLevelsDeep()
    {
        DeadlockException error = Assert.Throws<DeadlockException>(() => VirtualTime.Run(async () =>
        {
            Future gather = Gather([new Future<int>()]);
            for (int i = 0; i < 100_000; i++)
            {
                gather = Gather([gather]);
            }

            await gather;
        }));

        Assert.EndsWith($"waits for {string.Concat(Enumerable.Repeat("gather of ", 9))}…", Assert.Single(error.Waiters), StringComparison.Ordinal);
    }
}
