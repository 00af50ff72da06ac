using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class LoopQueueGetTests
{
    [Fact]
    public void Get_WhatIsThere_DoesNotGiveUpTheTurn() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>();
        queue.PutNowait(1);

        Assert.Equal(0, await Turns.Of(queue.Get()));
    });

    [Fact]
    public void Get_WaitsForAnItem() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<string>();
        EventLoop.Running.CallLater(TimeSpan.FromSeconds(2), () => queue.PutNowait("late"));

        Assert.Equal("late", await queue.Get());
        Assert.Equal(2, Time());
    });

    [Fact]
    public void Get_GoesOnInTheTurnAfterThePut() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>();
        EventLoop.Running.CallSoon(() => queue.PutNowait(1));

        Assert.Equal(1, await Turns.Of(queue.Get()));
    });

    [Fact]
    public void GetNowait_OfAnEmptyQueue_IsAnError() =>
        Assert.Throws<QueueEmptyException>(() => new LoopQueue<int>().GetNowait());

    [Fact]
    public void Get_ByMany_ServesThemInTheOrderInWhichTheyCame() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>();
        LoopTask<int>[] getters = [.. Enumerable.Range(0, 3).Select(_ => CreateTask(queue.Get()))];
        await Sleep(0);

        queue.PutNowait(1);
        queue.PutNowait(2);
        queue.PutNowait(3);

        int[] items = await Gather(getters);
        Assert.Equal([1, 2, 3], items);
    });

    [Fact]
    public void Get_BetweenThePutAndTheTurnOfTheWoken_TakesTheItem() => VirtualTime.Run(async () =>
    {
        // A queue does not hand over: who is quicker has the item, and the woken one looks again and waits on.
        var queue = new LoopQueue<int>();
        LoopTask<int> waiter = CreateTask(queue.Get());
        await Sleep(0);

        queue.PutNowait(1);
        Assert.Equal(1, await queue.Get());
        await Sleep(1);
        Assert.False(waiter.Done);

        queue.PutNowait(2);
        Assert.Equal(2, await waiter);
    });

    [Fact]
    public void Get_AfterLosingTheItem_GoesToTheEndOfTheLine() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>();
        LoopTask<int> a = CreateTask(queue.Get()), b = CreateTask(queue.Get());
        await Sleep(0);
        queue.PutNowait(1);
        queue.GetNowait();
        await Sleep(0);

        queue.PutNowait(2);
        queue.PutNowait(3);

        Assert.Equal(2, await b);
        Assert.Equal(3, await a);
    });

    [Fact]
    public void Get_OfAFullQueue_WakesThePutterThatWaitsLongest() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>(1);
        queue.PutNowait(1);
        LoopTask a = CreateTask(queue.Put(2)), b = CreateTask(queue.Put(3));
        await Sleep(0);

        Assert.Equal(1, await queue.Get());
        await Sleep(0);
        Assert.True(a.Done);
        Assert.False(b.Done);

        Assert.Equal(2, await queue.Get());
        Assert.Equal(3, await queue.Get());
        await b;
    });

    [Fact]
    public void Cancel_WhileWaiting_LeavesTheLine() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>();
        LoopTask<int> a = CreateTask(queue.Get()), b = CreateTask(queue.Get());
        await Sleep(0);

        a.Cancel();
        await Awaiting.Throws<CancelledException>(a);
        queue.PutNowait(1);

        Assert.Equal(1, await b);
    });

    [Fact]
    public void Cancel_AndPutInTheSameTurn_WakesTheNext() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>();
        LoopTask<int> a = CreateTask(queue.Get()), b = CreateTask(queue.Get());
        await Sleep(0);

        a.Cancel();
        queue.PutNowait(1);

        Assert.Equal(1, await b);
        Assert.True(a.Cancelled);
    });

    [Fact]
    public void Cancel_BetweenThePutAndTheTurn_WakesTheNext() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>();
        LoopTask<int> a = CreateTask(queue.Get()), b = CreateTask(queue.Get());
        await Sleep(0);

        queue.PutNowait(1);
        a.Cancel();

        Assert.Equal(1, await b);
        Assert.True(a.Cancelled);
    });

    [Fact]
    public void Cancel_BetweenThePutAndTheTurn_WithNobodyElse_LeavesTheItem() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>();
        LoopTask<int> a = CreateTask(queue.Get());
        await Sleep(0);

        queue.PutNowait(1);
        a.Cancel();
        await Awaiting.Throws<CancelledException>(a);

        Assert.Equal(1, queue.GetNowait());
    });

    [Fact]
    public void Cancel_OfTheWoken_WhenTheItemIsGone_WakesNobody() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>();
        LoopTask<int> a = CreateTask(queue.Get()), b = CreateTask(queue.Get());
        await Sleep(0);

        queue.PutNowait(1);
        a.Cancel();
        queue.GetNowait();
        await Sleep(1);

        Assert.True(a.Cancelled);
        Assert.Equal("<Queue [0, getters:1, unfinished:1]>", queue.ToString());
        queue.PutNowait(2);
        Assert.Equal(2, await b);
    });

    [Fact]
    public void Cancel_OfSeveralWoken_LosesNoItem() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>();
        LoopTask<int>[] tasks = [.. Enumerable.Range(0, 5).Select(_ => CreateTask(queue.Get()))];
        await Sleep(0);

        queue.PutNowait(1);
        queue.PutNowait(2);
        tasks[0].Cancel();
        tasks[1].Cancel();
        tasks[2].Cancel();

        Assert.Equal(1, await tasks[3]);
        Assert.Equal(2, await tasks[4]);
        Assert.All(tasks[..3], task => Assert.True(task.Cancelled));
    });

    [Fact]
    public void Cancel_OfManyWhoWait_KeepsNoneOfThem() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>();
        LoopTask<int>[] tasks = [.. Enumerable.Range(0, 100).Select(_ => CreateTask(queue.Get()))];
        await Sleep(0);
        Assert.Equal("<Queue [0, getters:100]>", queue.ToString());

        foreach (LoopTask<int> task in tasks)
        {
            task.Cancel();
        }

        await Wait(tasks);
        Assert.Equal("<Queue [0]>", queue.ToString());
    });

    [Fact]
    public void Timeout_OfAGet_LosesNoItem() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>();
        await Awaiting.Throws<TimeoutException>(CreateTask(WaitFor(queue.Get(), timeout: 0.5)));

        queue.PutNowait(1);

        Assert.Equal(1, await queue.Get());
    });
}
