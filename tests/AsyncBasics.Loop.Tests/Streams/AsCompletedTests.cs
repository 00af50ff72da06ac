using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class AsCompletedTests
{
    [Fact]
    public void GivesTheTasksInTheOrderInWhichTheyEnd() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        LoopTask<string>[] tasks = [CreateTask(Work("A", 2)), CreateTask(Work("B", 1)), CreateTask(Work("C", 3))];

        await foreach (LoopTask<string> task in AsCompleted(tasks))
        {
            Assert.Contains(task, tasks);
            log.Add($"{await task} at {Time()}");
        }

        Assert.Equal(["B at 1", "A at 2", "C at 3"], log);
    });

    [Fact]
    public void OfCoroutines_RunsThemAsTasks_TogetherAndFromTheStart() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        AsyncStream<LoopTask<string>> stream = AsCompleted([Work("A", 2), Work("B", 1)]);
        await Sleep(5);

        await foreach (LoopTask<string> task in stream)
        {
            log.Add(task.Result);
        }

        Assert.Equal(["B", "A"], log);
        Assert.Equal(5, Time());
    });

    [Fact]
    public void OfFuturesOfAnyType_GivesThem() => VirtualTime.Run(async () =>
    {
        var future = new Future<int>();
        LoopTask<string> task = CreateTask(Work("A", 1));
        EventLoop.Running.CallLater(TimeSpan.FromSeconds(2), () => future.SetResult(7));

        List<Future> order = await ToList(AsCompleted([future, task]));

        Assert.Equal([task, future], order);
    });

    [Fact]
    public void OfOneTrivialTask_TakesThreeIterations() => VirtualTime.Run(async () =>
        Assert.Equal(3, await Iterations.Of(async () => await ToList(AsCompleted([Trivial()])))));

    [Fact]
    public void OfNothing_IsEmpty() => VirtualTime.Run(async () =>
        Assert.Equal(0, await Iterations.Of(async () => Assert.Empty(await ToList(AsCompleted(Array.Empty<LoopTask<int>>(), timeout: 1))))));

    [Fact]
    public void ATaskGivenTwice_ComesOnce() => VirtualTime.Run(async () =>
    {
        LoopTask<string> a = CreateTask(Work("A", 1)), b = CreateTask(Work("B", 2));

        Assert.Equal([a, b], await ToList(AsCompleted([a, b, a])));
    });

    [Fact]
    public void TasksThatEndInTheSameIteration_ComeInTheOrderInWhichTheyEnded() => VirtualTime.Run(async () =>
    {
        LoopTask<string>[] tasks = [.. Enumerable.Range(0, 10).Select(i => CreateTask(Work($"{i}", i % 2)))];

        List<LoopTask<string>> order = await ToList(AsCompleted(tasks));

        Assert.Equal(["0", "2", "4", "6", "8", "1", "3", "5", "7", "9"], order.Select(task => task.Result));
    });

    [Fact]
    public void AFailedAndACancelledTask_ComeLikeEveryOther() => VirtualTime.Run(async () =>
    {
        LoopTask<string> cancelled = CreateTask(Work("A", 10)), failed = CreateTask(Fail(1));
        EventLoop.Running.CallLater(TimeSpan.FromSeconds(2), () => cancelled.Cancel());

        List<LoopTask<string>> order = await ToList(AsCompleted([cancelled, failed]));

        Assert.Equal([failed, cancelled], order);
        Assert.IsType<ExpectedException>(failed.Exception);
        Assert.True(cancelled.Cancelled);
    });

    [Fact]
    public void TheTimeIsUp_WhatHasEndedComesFirst_ThenTheError_AndTheTasksGoOn() => VirtualTime.Run(async () =>
    {
        // CPython 3.13: a, then TimeoutError for each of the others, then the end.
        LoopTask<string>[] tasks = [CreateTask(Work("A", 1)), CreateTask(Work("B", 5)), CreateTask(Work("C", 6))];
        AsyncStreamReader<LoopTask<string>> reader = AsCompleted(tasks, timeout: 2).GetAsyncEnumerator(default);
        await Sleep(3);

        Assert.True(await reader.MoveNextAsync());
        Assert.Equal("A", reader.Current.Result);
        TimeoutException error = await Awaiting.Throws<TimeoutException>(Read(reader));
        await Awaiting.Throws<TimeoutException>(Read(reader));
        Assert.False(await reader.MoveNextAsync());

        Assert.Equal("The time was up before all had ended: 2 of 3 had not.", error.Message);
        Assert.Equal([true, false, false], tasks.Select(task => task.Done));
        await reader.DisposeAsync();
        await Gather(tasks);
    });

    [Fact]
    public void TheTime_RunsFromTheCall_NotFromTheFirstRead() => VirtualTime.Run(async () =>
    {
        AsyncStream<LoopTask<string>> stream = AsCompleted([CreateTask(Work("A", 5))], timeout: 2);
        await Sleep(1);

        await Awaiting.Throws<TimeoutException>(Drain(stream));

        Assert.Equal(2, Time());
    });

    [Fact]
    public void ATimeThatIsNotUsedUp_ChangesNothing() => VirtualTime.Run(async () =>
    {
        Assert.Equal("A", (await ToList(AsCompleted([Work("A", 1)], timeout: 10)))[0].Result);
        await Sleep(20);
    });

    [Fact]
    public void NoTimeAtAll_IsUpAtTheFirstRead_EvenWhenATaskHasEnded() => VirtualTime.Run(async () =>
    {
        // CPython 3.13 reads nothing either: the timer's turn comes before the task's callback.
        LoopTask<string> task = CreateTask(Work("A", 0));
        await Sleep(1);

        await Awaiting.Throws<TimeoutException>(Drain(AsCompleted([task, CreateTask(Work("B", 5))], timeout: 0)));
    });

    [Fact]
    public void BreakingOut_LeavesTheTasksRunning() => VirtualTime.Run(async () =>
    {
        LoopTask<string> fast = CreateTask(Work("A", 1)), slow = CreateTask(Work("B", 2));

        await foreach (LoopTask<string> first in AsCompleted([fast, slow], timeout: 1.5))
        {
            Assert.Same(fast, first);
            break;
        }

        Assert.Equal(1, Time());
        Assert.Equal("B", await slow);
    });

    [Fact]
    public void ReadAgain_IsRefused() => VirtualTime.Run(async () =>
    {
        AsyncStream<LoopTask<string>> stream = AsCompleted([Work("A", 1), Work("B", 2)]);
        await foreach (LoopTask<string> _ in stream)
        {
            break;
        }

        InvalidOperationException error = await Awaiting.Throws<InvalidOperationException>(Drain(stream));

        Assert.Contains("once", error.Message, StringComparison.Ordinal);
    });

    [Fact]
    public void TwoReadsAtOnce_AreRefused() => VirtualTime.Run(async () =>
    {
        AsyncStreamReader<LoopTask<string>> reader = AsCompleted([Work("A", 1), Work("B", 2)]).GetAsyncEnumerator(default);
        LoopTask first = CreateTask(Read(reader));
        await Sleep(0);

        await Awaiting.Throws<InvalidOperationException>(Read(reader));

        await first;
        Assert.Equal("A", reader.Current.Result);
        await reader.DisposeAsync();
    });

    [Fact]
    public void CancelledWhileItWaits_TheTasksGoOn() => VirtualTime.Run(async () =>
    {
        LoopTask<string> task = CreateTask(Work("A", 5));
        LoopTask reader = CreateTask(Drain(AsCompleted([task])));
        await Sleep(1);

        reader.Cancel();

        await Awaiting.Throws<CancelledException>(reader);
        Assert.Equal(1, Time());
        Assert.Equal("A", await task);
    });

    [Fact]
    public void Current_BeforeTheFirstItem_IsAnError() => VirtualTime.Run(async () =>
    {
        AsyncStreamReader<LoopTask<string>> reader = AsCompleted([Work("A", 1)]).GetAsyncEnumerator(default);

        Assert.Throws<InvalidOperationException>(() => reader.Current);

        await Read(reader);
        await reader.DisposeAsync();
    });

    [Fact]
    public void WithoutTasks_IsAnArgumentError()
    {
        Assert.Throws<ArgumentNullException>(() => AsCompleted((IEnumerable<LoopTask<int>>)null!));
        Assert.Throws<ArgumentNullException>(() => AsCompleted((IEnumerable<Coroutine<int>>)null!));
        Assert.Throws<ArgumentNullException>(() => AsCompleted(null!));
    }

    [Fact]
    public void ATimeoutThatIsNotANumber_IsAnArgumentError() => VirtualTime.Run(async () =>
    {
        LoopTask<string> task = CreateTask(Work("A", 1));

        Assert.Throws<ArgumentOutOfRangeException>(() => AsCompleted([task], double.NaN));

        await task;
    });

    private static async Coroutine<int> Trivial() => 1;

    private static async Coroutine<string> Work(string name, double seconds)
    {
        await Sleep(seconds);
        return name;
    }

    private static async Coroutine<string> Fail(double seconds)
    {
        await Sleep(seconds);
        throw new ExpectedException();
    }

    private static async Coroutine Read<T>(AsyncStreamReader<T> reader) => Assert.True(await reader.MoveNextAsync());

    private static async Coroutine Drain<T>(AsyncStream<T> stream) => await ToList(stream);

    private static async Coroutine<List<T>> ToList<T>(AsyncStream<T> stream)
    {
        List<T> items = [];
        await foreach (T item in stream)
        {
            items.Add(item);
        }

        return items;
    }
}
