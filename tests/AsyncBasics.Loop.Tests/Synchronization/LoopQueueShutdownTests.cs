using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class LoopQueueShutdownTests
{
    [Fact]
    public void Shutdown_OfAnEmptyQueue_RefusesEverything() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>();
        queue.Shutdown();

        Assert.True(queue.IsShutDown);
        await Awaiting.Throws<QueueShutDownException>(queue.Put(1));
        await Awaiting.Throws<QueueShutDownException>(CreateTask(queue.Get()));
        Assert.Throws<QueueShutDownException>(() => queue.PutNowait(1));
        Assert.Throws<QueueShutDownException>(() => queue.GetNowait());
    });

    [Fact]
    public void Shutdown_LetsWhatIsInsideBeTakenOut() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>();
        queue.PutNowait(1);
        queue.PutNowait(2);

        queue.Shutdown();

        Assert.Throws<QueueShutDownException>(() => queue.PutNowait(3));
        Assert.Equal(1, await queue.Get());
        Assert.Equal(2, queue.GetNowait());
        Assert.Throws<QueueShutDownException>(() => queue.GetNowait());
    });

    [Fact]
    public void Shutdown_WakesEverybodyWhoWaitsToGet() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>();
        LoopTask<int> a = CreateTask(queue.Get()), b = CreateTask(queue.Get());
        await Sleep(0);

        queue.Shutdown();

        await Awaiting.Throws<QueueShutDownException>(a);
        await Awaiting.Throws<QueueShutDownException>(b);
    });

    [Fact]
    public void Shutdown_WakesEverybodyWhoWaitsToPut() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>(1);
        queue.PutNowait(1);
        LoopTask a = CreateTask(queue.Put(2)), b = CreateTask(queue.Put(3));
        await Sleep(0);

        queue.Shutdown();

        await Awaiting.Throws<QueueShutDownException>(a);
        await Awaiting.Throws<QueueShutDownException>(b);
        Assert.Equal(1, queue.GetNowait());
    });

    [Fact]
    public void Shutdown_BetweenAPutAndTheTurnOfTheWokenGetter_StillGivesTheItem() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>();
        LoopTask<int> a = CreateTask(queue.Get()), b = CreateTask(queue.Get());
        await Sleep(0);

        queue.PutNowait(1);
        queue.Shutdown();

        Assert.Equal(1, await a);
        await Awaiting.Throws<QueueShutDownException>(b);
    });

    [Fact]
    public void Shutdown_BetweenAGetAndTheTurnOfTheWokenPutter_RefusesIt() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>(1);
        queue.PutNowait(1);
        LoopTask putter = CreateTask(queue.Put(2));
        await Sleep(0);

        queue.GetNowait();
        queue.Shutdown();

        await Awaiting.Throws<QueueShutDownException>(putter);
        Assert.True(queue.Empty);
    });

    [Fact]
    public void Shutdown_WithWorkLeft_KeepsAJoinWaiting() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>();
        queue.PutNowait(1);
        LoopTask joiner = CreateTask(queue.Join());

        queue.Shutdown();
        await Sleep(1);
        Assert.False(joiner.Done);

        queue.GetNowait();
        queue.TaskDone();
        await joiner;
    });

    [Fact]
    public void ShutdownImmediately_ThrowsAwayWhatIsInside() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>();
        queue.PutNowait(1);
        queue.PutNowait(2);

        queue.Shutdown(immediate: true);

        Assert.Equal(0, queue.Count);
        await Awaiting.Throws<QueueShutDownException>(CreateTask(queue.Get()));
    });

    [Fact]
    public void ShutdownImmediately_CountsWhatItThrowsAwayAsDone() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>();
        queue.PutNowait(1);
        queue.PutNowait(2);
        LoopTask joiner = CreateTask(queue.Join());
        await Sleep(0);

        queue.Shutdown(immediate: true);

        await joiner;
        Assert.Throws<InvalidOperationException>(queue.TaskDone);
    });

    [Fact]
    public void ShutdownImmediately_WithWorkTakenOut_WaitsForThatWork() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>();
        queue.PutNowait(1);
        queue.PutNowait(2);
        queue.GetNowait();
        LoopTask joiner = CreateTask(queue.Join());
        await Sleep(0);

        queue.Shutdown(immediate: true);
        await Sleep(1);
        Assert.False(joiner.Done);

        queue.TaskDone();
        await joiner;
    });

    [Fact]
    public void ShutdownImmediately_AfterMoreTaskDoneThanTaken_DoesNotCountBelowZero()
    {
        var queue = new LoopQueue<int>();
        queue.PutNowait(1);
        queue.TaskDone();

        queue.Shutdown(immediate: true);

        Assert.Equal("<Queue [0, shut down]>", queue.ToString());
        Assert.Throws<InvalidOperationException>(queue.TaskDone);
    }

    [Fact]
    public void Shutdown_ThenImmediately_ThrowsTheRestAway()
    {
        var queue = new LoopQueue<int>();
        queue.PutNowait(1);
        queue.Shutdown();

        queue.Shutdown(immediate: true);

        Assert.Throws<QueueShutDownException>(() => queue.GetNowait());
    }

    [Fact]
    public void Shutdown_OfTheOtherKinds_IsTheSame()
    {
        var lifo = new LoopLifoQueue<int>();
        var priority = new LoopPriorityQueue<int, int>();
        lifo.PutNowait(1);
        priority.PutNowait(1, 1);

        lifo.Shutdown();
        priority.Shutdown(immediate: true);

        Assert.Equal(1, lifo.GetNowait());
        Assert.Throws<QueueShutDownException>(() => lifo.GetNowait());
        Assert.Throws<QueueShutDownException>(() => priority.GetNowait());
    }

    [Fact]
    public void Cancel_OfAGetterWokenByShutdown_IsACancellation() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>();
        LoopTask<int> getter = CreateTask(queue.Get());
        await Sleep(0);

        queue.Shutdown();
        getter.Cancel();

        await Awaiting.Throws<CancelledException>(getter);
    });
}
