using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class LoopQueuePutTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void MaxSize_OfZeroOrLess_IsNoLimit(int maxSize) => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>(maxSize);
        for (int i = 0; i < 1000; i++)
        {
            await queue.Put(i);
        }

        Assert.Equal(1000, queue.Count);
        Assert.False(queue.Full);
    });

    [Fact]
    public void EmptyAndFull_FollowTheNumberOfItems()
    {
        var queue = new LoopQueue<int>(2);
        Assert.True(queue.Empty);

        queue.PutNowait(1);
        Assert.False(queue.Empty);
        Assert.False(queue.Full);

        queue.PutNowait(2);
        Assert.True(queue.Full);
        Assert.Equal(2, queue.MaxSize);
    }

    [Fact]
    public void Put_WhereThereIsRoom_DoesNotGiveUpTheTurn() => VirtualTime.Run(async () =>
        Assert.Equal(0, await Turns.Of(new LoopQueue<int>(1).Put(1))));

    [Fact]
    public void Put_IntoAFullQueue_WaitsForRoom() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>(1);
        await queue.Put(1);
        EventLoop.Running.CallLater(TimeSpan.FromSeconds(3), () => queue.GetNowait());

        await queue.Put(2);

        Assert.Equal(3, Time());
        Assert.Equal(2, queue.GetNowait());
    });

    [Fact]
    public void PutNowait_IntoAFullQueue_IsAnError()
    {
        var queue = new LoopQueue<int>(1);
        queue.PutNowait(1);

        Assert.Throws<QueueFullException>(() => queue.PutNowait(2));
        Assert.Equal(1, queue.Count);
    }

    [Fact]
    public void Put_ByMany_KeepsTheOrderInWhichTheyCame() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>(1);
        queue.PutNowait(0);
        LoopTask[] putters = [.. Enumerable.Range(1, 3).Select(i => CreateTask(queue.Put(i)))];
        List<int> got = [];

        for (int i = 0; i < 4; i++)
        {
            await Sleep(0);
            got.Add(await queue.Get());
        }

        await Gather(putters);
        Assert.Equal([0, 1, 2, 3], got);
    });

    [Fact]
    public void Put_BetweenTheGetAndTheTurnOfTheWoken_TakesTheRoom() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<string>(1);
        queue.PutNowait("first");
        LoopTask waiter = CreateTask(queue.Put("waiter"));
        await Sleep(0);

        queue.GetNowait();
        await queue.Put("quicker");
        await Sleep(1);
        Assert.False(waiter.Done);

        Assert.Equal("quicker", await queue.Get());
        Assert.Equal("waiter", await queue.Get());
        await waiter;
    });

    [Fact]
    public void Put_WakesTheGetterThatWaitsLongest() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>(1);
        LoopTask<int> a = CreateTask(queue.Get()), b = CreateTask(queue.Get());
        await Sleep(0);

        await queue.Put(1);
        await Sleep(1);

        Assert.True(a.Done);
        Assert.False(b.Done);
        await queue.Put(2);
        Assert.Equal(2, await b);
    });

    [Fact]
    public void Cancel_WhileWaiting_PutsNothing() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>(1);
        queue.PutNowait(1);
        LoopTask putter = CreateTask(queue.Put(2));
        await Sleep(0);

        putter.Cancel();
        await Awaiting.Throws<CancelledException>(putter);

        Assert.Equal(1, queue.GetNowait());
        Assert.True(queue.Empty);
    });

    [Fact]
    public void Cancel_BetweenTheGetAndTheTurn_WakesTheNext() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>(1);
        queue.PutNowait(1);
        LoopTask a = CreateTask(queue.Put(2)), b = CreateTask(queue.Put(3));
        await Sleep(0);

        queue.GetNowait();
        a.Cancel();
        await b;

        Assert.True(a.Cancelled);
        Assert.Equal(3, queue.GetNowait());
    });

    [Fact]
    public void Cancel_AndGetInTheSameTurn_WakesTheNext() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>(1);
        queue.PutNowait(1);
        LoopTask a = CreateTask(queue.Put(2)), b = CreateTask(queue.Put(3));
        await Sleep(0);

        a.Cancel();
        queue.GetNowait();
        await b;

        Assert.True(a.Cancelled);
        Assert.Equal(3, queue.GetNowait());
    });

    [Fact]
    public void Cancel_OfAWokenPutter_WhenTheRoomIsTaken_WakesNobody() => VirtualTime.Run(async () =>
    {
        // The race of CPython's test_put_cancelled_race.
        var queue = new LoopQueue<string>(1);
        queue.PutNowait("a");
        LoopTask b = CreateTask(queue.Put("b")), c = CreateTask(queue.Put("c"));
        await Sleep(0);

        queue.GetNowait();
        b.Cancel();
        queue.PutNowait("quicker");
        await Sleep(1);

        Assert.True(b.Cancelled);
        Assert.False(c.Done);
        Assert.Equal("quicker", await queue.Get());
        await c;
    });

    [Fact]
    public void Cancel_OfSeveralWoken_UsesAllTheRoom() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>(2);
        queue.PutNowait(-1);
        queue.PutNowait(-2);
        LoopTask[] tasks = [.. Enumerable.Range(0, 5).Select(i => CreateTask(queue.Put(i)))];
        await Sleep(0);

        queue.GetNowait();
        queue.GetNowait();
        tasks[0].Cancel();
        tasks[1].Cancel();
        await tasks[2];
        await tasks[3];

        Assert.Equal(2, queue.GetNowait());
        Assert.Equal(3, queue.GetNowait());
        await tasks[4];
    });

    [Fact]
    public void Put_OnTheWayOfProducersAndConsumers_LosesNothing() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>(3);
        List<int> got = [];

        await Gather([.. Enumerable.Range(0, 4).Select(Produce), .. Enumerable.Range(0, 5).Select(Consume)]);

        Assert.Equal(Enumerable.Range(0, 40), got.Order());
        Assert.True(queue.Empty);

        async Coroutine Produce(int producer)
        {
            for (int i = 0; i < 10; i++)
            {
                await queue.Put((producer * 10) + i);
                await Sleep(i % 3 * 0.5);
            }
        }

        async Coroutine Consume(int consumer)
        {
            for (int i = 0; i < 8; i++)
            {
                got.Add(await queue.Get());
                await Sleep(consumer % 2);
            }
        }
    });

    [Fact]
    public void ToString_TellsItemsAndWaiters() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>(1) { Name = "jobs" };
        Assert.Equal("<Queue 'jobs' [0 of 1]>", queue.ToString());
        await queue.Put(1);
        LoopTask putter = CreateTask(queue.Put(2));
        await Sleep(0);

        Assert.Equal("<Queue 'jobs' [1 of 1, putters:1, unfinished:1]>", queue.ToString());

        queue.Shutdown();
        Assert.Equal("<Queue 'jobs' [1 of 1, unfinished:1, shut down]>", queue.ToString());
        await Awaiting.Throws<QueueShutDownException>(putter);
    });
}
