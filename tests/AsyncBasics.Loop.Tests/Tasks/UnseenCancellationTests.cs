using System.Runtime.ExceptionServices;
using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>A cancellation on whose way nobody could catch it ends the task without an exception being thrown.</summary>
public sealed class UnseenCancellationTests
{
    [Fact]
    public void ACancelledTask_WithoutATry_EndsCancelledAndNothingIsThrown() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        async Coroutine Sleeper(string name)
        {
            log.Add($"{name} sleeps");
            await Sleep(100);
            log.Add("never");
        }

        LoopTask task = CreateTask(Sleeper("A"));
        await Sleep(1);
        using var thrown = new ThrownHere();
        task.Cancel("enough");
        await Wait([task]);

        Assert.Equal(0, thrown.Count);
        Assert.True(task.Cancelled);
        Assert.Equal("enough", task.CancelReason!.Message);
        Assert.Equal(["A sleeps"], log);
        Assert.Equal(1, Time());
    });

    [Fact]
    public void ACancelledTask_DeepInCallsWithoutATry_EndsInTheSameTurn() => VirtualTime.Run(async () =>
    {
        async Coroutine<int> Down(int levels)
        {
            if (levels == 0)
            {
                await Sleep(100);
                return 0;
            }

            return 1 + await Down(levels - 1);
        }

        // More than run on the machine's stack.
        LoopTask<int> task = CreateTask(Down(200));
        await Sleep(1);
        using var thrown = new ThrownHere();
        task.Cancel();
        Assert.False(task.Done);
        await Sleep(0);
        Assert.True(task.Cancelled);
        Assert.Equal(0, thrown.Count);

        // What it ran in is used again, and as good as new.
        Assert.Equal(200, await CreateTask(Down(200)));
    });

    [Fact]
    public void ATryOnTheWayOut_SeesTheExceptionAndWhereItWasThrown() => VirtualTime.Run(async () =>
    {
        async Coroutine Inner() => await Sleep(100);

        async Coroutine<string> Outer()
        {
            try
            {
                await Inner();
                return "never";
            }
            catch (CancelledException cancelled)
            {
                return cancelled.StackTrace!;
            }
        }

        LoopTask<string> task = CreateTask(Outer());
        await Sleep(1);
        task.Cancel();

        Assert.Contains(nameof(Inner), await task, StringComparison.Ordinal);
    });

    [Fact]
    public void WhatIsDisposedOnTheWayOut_IsDisposed() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        async Coroutine Inner() => await Sleep(100);

        async Coroutine WithUsing()
        {
            using var _ = new Disposed(() => log.Add("using"));
            await Inner();
        }

        async Coroutine WithFinally()
        {
            try
            {
                await Inner();
            }
            finally
            {
                log.Add("finally");
            }
        }

        async Coroutine WithForeach()
        {
            foreach (int _ in Numbers())
            {
                await Inner();
            }
        }

        IEnumerable<int> Numbers()
        {
            try
            {
                yield return 1;
            }
            finally
            {
                log.Add("foreach");
            }
        }

        async Coroutine WithLaterTry()
        {
            await Inner();
            try
            {
                log.Add("never");
            }
            finally
            {
                log.Add("never");
            }
        }

        LoopTask[] tasks = [CreateTask(WithUsing()), CreateTask(WithFinally()), CreateTask(WithForeach()), CreateTask(WithLaterTry())];
        await Sleep(1);
        foreach (LoopTask task in tasks)
        {
            task.Cancel();
        }

        await Wait(tasks);
        Assert.Equal(["using", "finally", "foreach"], log);
        Assert.All(tasks, task => Assert.True(task.Cancelled));
    });

    [Fact]
    public void Cancellation_OfWhatATaskWaitsFor_EndsTheTaskAndNothingIsThrown() => VirtualTime.Run(async () =>
    {
        var future = new Future<int>();
        async Coroutine<int> WaitsForFuture() => await future;
        async Coroutine<int> WaitsForTask(LoopTask<int> other) => await other;

        LoopTask<int> inner = CreateTask(WaitsForFuture());
        LoopTask<int> outer = CreateTask(WaitsForTask(inner));
        await Sleep(0);
        await Sleep(0);
        using var thrown = new ThrownHere();
        outer.Cancel("stop");
        await Wait([outer]);

        Assert.Equal(0, thrown.Count);
        Assert.True(future.Cancelled);
        Assert.True(inner.Cancelled);
        Assert.Equal("stop", outer.CancelReason!.Message);
    });

    [Fact]
    public void ACancelledGetter_ThatWasWoken_PassesTheItemOnAndNothingIsThrown() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>();
        async Coroutine<int> Take() => await queue.Get();

        LoopTask<int> first = CreateTask(Take());
        LoopTask<int> second = CreateTask(Take());
        await Sleep(0);
        using var thrown = new ThrownHere();
        queue.PutNowait(7);
        first.Cancel();

        Assert.Equal(7, await second);
        Assert.True(first.Cancelled);
        Assert.Equal(0, thrown.Count);
    });

    [Fact]
    public void ATaskThatIsTheGetItself_LeavesTheQueueWhenItIsCancelled() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>();
        LoopTask<int> first = CreateTask(queue.Get());
        LoopTask<int> second = CreateTask(queue.Get());
        await Sleep(0);
        first.Cancel();
        await Wait([first]);
        queue.PutNowait(7);

        Assert.True(first.Cancelled);
        Assert.Equal(7, await second);
    });

    [Fact]
    public void ACancelledTask_ThatHasNotBegun_NeverRunsItsBody() => VirtualTime.Run(async () =>
    {
        bool ran = false;
        async Coroutine Body()
        {
            try
            {
                ran = true;
                await Sleep(1);
            }
            finally
            {
                ran = true;
            }
        }

        LoopTask task = CreateTask(Body());
        using var thrown = new ThrownHere();
        task.Cancel();
        await Wait([task]);

        Assert.True(task.Cancelled);
        Assert.False(ran);
        Assert.Equal(0, thrown.Count);
    });

    [Fact]
    public void TheReason_NamesTheTaskThatCancelled_AsItIsCalledThen() => VirtualTime.Run(async () =>
    {
        async Coroutine Sleeper() => await Sleep(100);

        async Coroutine<string[]> Cancels()
        {
            LoopTask[] tasks = [CreateTask(Sleeper()), CreateTask(Sleeper()), CreateTask(Sleeper())];
            tasks[0].Cancel();
            tasks[1].Cancel();
            CurrentTask!.Name = "renamed";
            tasks[2].Cancel();
            await Wait(tasks);
            return [.. tasks.Select(task => task.CancelReason!.By!)];
        }

        Assert.Equal(["first", "first", "renamed"], await CreateTask(Cancels(), name: "first"));
    });

    private sealed class Disposed(Action onDispose) : IDisposable
    {
        public void Dispose() => onDispose();
    }

    /// <summary>Counts the exceptions that are thrown on this thread.</summary>
    private sealed class ThrownHere : IDisposable
    {
        private readonly int _thread = Environment.CurrentManagedThreadId;

        public ThrownHere() => AppDomain.CurrentDomain.FirstChanceException += Note;

        public int Count { get; private set; }

        public void Dispose() => AppDomain.CurrentDomain.FirstChanceException -= Note;

        private void Note(object? sender, FirstChanceExceptionEventArgs e)
        {
            if (Environment.CurrentManagedThreadId == _thread)
            {
                Count++;
            }
        }
    }
}
