using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>What a cancellation passes on its way through tasks that wait for each other, and what they make of it.</summary>
public sealed class CancellationPathTests
{
    [Fact]
    public void WhenTheErrorIsReadyButTheTaskHasNotGoneOn_TheCancellationGoesFirst() => VirtualTime.Run(async () =>
    {
        var future = new Future<int>();
        LoopTask<int> task = CreateTask(Wait(future));
        await Sleep(0);

        future.SetException(new ExpectedException());
        task.Cancel();

        await Awaiting.Throws<CancelledException>(task);
        Assert.IsType<ExpectedException>(future.Exception);
    });

    [Fact]
    public void ByItself_BeforeItWaitsForAFuture_ThatFutureIsCancelled() => VirtualTime.Run(async () =>
    {
        var future = new Future<int>();
        LoopTask<int> task = CreateTask(Body());

        await Awaiting.Throws<CancelledException>(task);

        Assert.True(future.Cancelled);

        async Coroutine<int> Body()
        {
            CurrentTask!.Cancel();
            return await future;
        }
    });

    [Fact]
    public void GoesDownToTheLeaf_AndUnwindsOneTaskInEachIteration() => VirtualTime.Run(async () =>
    {
        // CPython 3.13: leaf 1, middle 2, outer 3, main 4 iterations after the request.
        List<string> log = [];
        int iteration = 0;
        LoopTask leaf = CreateTask(Log("leaf", new Future<int>()));
        LoopTask middle = CreateTask(Log("middle", leaf)), outer = CreateTask(Log("outer", middle));
        await Sleep(1);
        Handle counting = EventLoop.Running.CallSoon(Count);
        outer.Cancel();

        await Awaiting.Throws<CancelledException>(outer);

        Assert.Equal(["leaf 1", "middle 2", "outer 3"], log);
        Assert.Equal(4, iteration);
        Assert.Equal((true, true), (leaf.Cancelled, middle.Cancelled));
        counting.Cancel();

        void Count()
        {
            iteration++;
            counting = EventLoop.Running.CallSoon(Count);
        }

        async Coroutine Log(string name, Future next)
        {
            try
            {
                await next;
            }
            finally
            {
                log.Add($"{name} {iteration}");
            }
        }
    });

    [Fact]
    public void OfOneOfTwoWhoWaitForTheSameTask_CancelsThatTask_AndSoBoth() => VirtualTime.Run(async () =>
    {
        LoopTask shared = CreateTask(Sleep(10));
        LoopTask a = CreateTask(Await(shared)), b = CreateTask(Await(shared));
        await Sleep(1);

        a.Cancel();

        await Awaiting.Throws<CancelledException>(a);
        await Awaiting.Throws<CancelledException>(b);
        Assert.Equal((1, 0), (a.Cancelling, b.Cancelling));
    });

    [Fact]
    public void TheAwaitedTaskSwallowsIt_TheAwaiterGoesOn() => VirtualTime.Run(async () =>
    {
        LoopTask<string> outer = CreateTask(Outer());
        await Sleep(1);

        outer.Cancel();

        Assert.Equal("swallowed", await outer);
        Assert.Equal(1, outer.Cancelling);

        static async Coroutine<string> Outer() => await CreateTask(Swallow());
    });

    [Fact]
    public void AnotherErrorInstead_IsTheTasksError() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(Body());
        await Sleep(1);

        task.Cancel();

        await Awaiting.Throws<ExpectedException>(task);
        Assert.False(task.Cancelled);

        static async Coroutine Body()
        {
            try
            {
                await Sleep(10);
            }
            catch (OperationCanceledException)
            {
                throw new ExpectedException();
            }
        }
    });

    [Fact]
    public void Swallowed_TheTaskGoesOn_AndTheCountStays() => VirtualTime.Run(async () =>
    {
        LoopTask<int> task = CreateTask(SwallowThree());
        await Sleep(0);
        for (int i = 0; i < 3; i++)
        {
            task.Cancel();
            await Sleep(0);
        }

        Assert.Equal(3, await task);
        Assert.Equal(3, task.Cancelling);
        Assert.Equal(10, Time());

        static async Coroutine<int> SwallowThree()
        {
            int swallowed = 0;
            while (swallowed < 3)
            {
                await Awaiting.Throws<CancelledException>(Sleep(10));
                swallowed++;
            }

            await Sleep(10);
            return swallowed;
        }
    });

    [Fact]
    public void InTheCleanup_CutsTheCleanupOff() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        LoopTask task = CreateTask(Body());
        await Sleep(1);
        task.Cancel();
        await Sleep(1);

        task.Cancel();

        await Awaiting.Throws<CancelledException>(task);
        Assert.Equal(["cleanup cut off at 2"], log);

        async Coroutine Body()
        {
            try
            {
                await Sleep(10);
            }
            finally
            {
                try
                {
                    await Sleep(10);
                }
                catch (CancelledException)
                {
                    log.Add($"cleanup cut off at {Time()}");
                }
            }
        }
    });

    [Fact]
    public void AcrossNestedCoroutines_RunsEveryFinally_FromTheInside() => VirtualTime.Run(async () =>
    {
        List<int> log = [];
        LoopTask task = CreateTask(Nest(5));
        await Sleep(1);

        task.Cancel();

        await Awaiting.Throws<CancelledException>(task);
        Assert.Equal([0, 1, 2, 3, 4, 5], log);

        async Coroutine Nest(int level)
        {
            try
            {
                await (level == 0 ? Sleep(10) : Nest(level - 1));
            }
            finally
            {
                log.Add(level);
            }
        }
    });

    [Fact]
    public void AnOperationCanceledExceptionOfOnesOwn_EndsTheTaskCancelled() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(Body());

        await Awaiting.Throws<CancelledException>(task);

        Assert.Null(task.CancelReason);

        static async Coroutine Body()
        {
            await Sleep(0);
            throw new OperationCanceledException("by a token");
        }
    });

    [Fact]
    public void OfAFutureThatATaskAwaits_CancelsTheTask() => VirtualTime.Run(async () =>
    {
        var future = new Future<int>();
        LoopTask<int> task = CreateTask(Wait(future));
        await Sleep(0);

        future.Cancel("the future");

        Assert.Equal("the future", (await Awaiting.Throws<CancelledException>(task)).Reason?.Message);
        Assert.Equal(0, task.Cancelling);
    });

    [Fact]
    public void OfBothATaskAndWhatItAwaits_IsOneCancellation() => VirtualTime.Run(async () =>
    {
        var future = new Future<int>();
        LoopTask<int> task = CreateTask(Wait(future));
        await Sleep(0);

        future.Cancel();
        task.Cancel();

        await Awaiting.Throws<CancelledException>(task);
    });

    private static async Coroutine<int> Wait(Future<int> future) => await future;

    private static async Coroutine Await(LoopTask task) => await task;

    private static async Coroutine<string> Swallow()
    {
        try
        {
            await Sleep(10);
            return "slept";
        }
        catch (OperationCanceledException)
        {
            return "swallowed";
        }
    }
}
