using System.Runtime.CompilerServices;
using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>
/// The tasks that gather makes are used again for the next ones. Nobody must be able to tell: what a program has of a task stays what it was,
/// and what is over stays over.
/// </summary>
public sealed class GatherAgainTests
{
    private static readonly AsyncLocal<string?> s_local = new();

    [Fact]
    public void Tasks_AreUsedAgain() => VirtualTime.Run(async () =>
    {
        const int Count = 1000;
        await Gather(Enumerable.Range(0, Count).Select(Yield));
        long before = GC.GetAllocatedBytesForCurrentThread();

        int[] results = await Gather(Enumerable.Range(0, Count).Select(Yield));

        long bytesPerTask = (GC.GetAllocatedBytesForCurrentThread() - before) / Count;
        Assert.Equal(Enumerable.Range(0, Count), results);
        Assert.InRange(bytesPerTask, 0, 16);
    });

    [Fact]
    public void TasksThatNobodyNeedsAgain_GoWithAFullCollection() => VirtualTime.Run(async () =>
    {
        List<WeakReference> frames = [];
        await Gather(Enumerable.Range(0, 1000).Select(number =>
        {
            Coroutine<int> coroutine = Yield(number);
            frames.Add(new WeakReference(coroutine.Frame));
            return coroutine;
        }));
        int kept = frames.Count(frame => frame.IsAlive);
        GC.Collect();

        Assert.Equal(1000, kept);
        // A few hundred stay for coroutines that are awaited in place.
        Assert.InRange(frames.Count(frame => frame.IsAlive), 0, 300);
    });

    [Fact]
    public void TheCurrentTask_StaysWhatItWas() => VirtualTime.Run(async () =>
    {
        List<LoopTask> seen = [];
        async Coroutine<int> Show(int result)
        {
            seen.Add(CurrentTask!);
            await Sleep(0);
            return result;
        }

        await Gather(Show(1), Show(2));
        string[] names = [.. seen.Select(task => task.Name)];
        await Gather(Show(3), Show(4));

        Assert.Equal(4, seen.Distinct().Count());
        Assert.Equal(names, seen.Take(2).Select(task => task.Name));
        Assert.Equal([1, 2, 3, 4], seen.Select(task => ((LoopTask<int>)task).Result));
    });

    [Fact]
    public void AllTasks_StayWhatTheyWere() => VirtualTime.Run(async () =>
    {
        Future<int[]> first = Gather(Yield(1), Yield(2));
        LoopTask<int>[] seen = [.. AllTasks().OfType<LoopTask<int>>()];
        await first;
        await Gather(Yield(3), Yield(4));

        Assert.Equal([1, 2], seen.Select(task => task.Result));
    });

    [Fact]
    public void ACoroutine_StaysUsed() => VirtualTime.Run(async () =>
    {
        Coroutine<int> used = Yield(1);
        await Gather(used, Yield(2));
        Coroutine<int> next = Yield(3);
        Future<int[]> again = Gather(next, Yield(4));

        Assert.Throws<InvalidOperationException>(() => used.GetAwaiter());
        Assert.Throws<InvalidOperationException>(() => CreateTask(used));
        Assert.Throws<InvalidOperationException>(() => { _ = Gather(next, used); });
        int[] results = await again;
        Assert.Equal([3, 4], results);
    });

    [Fact]
    public void ACoroutineGivenTwice_ComesBackOnce() => VirtualTime.Run(async () =>
    {
        for (int round = 0; round < 3; round++)
        {
            Coroutine<int> same = Yield(round);
            int[] twice = await Gather(same, same, Yield(7));
            int[] next = await Gather(Yield(1), Yield(2), Yield(3), Yield(4));

            Assert.Equal([round, round, 7], twice);
            Assert.Equal([1, 2, 3, 4], next);
        }
    });

    [Fact]
    public void GathersInsideGathers_KeepTheirResultsApart() => VirtualTime.Run(async () =>
    {
        async Coroutine<int> SumOf(int count) => (await Gather(Enumerable.Range(1, count).Select(Yield))).Sum();

        for (int round = 0; round < 3; round++)
        {
            Assert.Equal(
                Enumerable.Range(1, 40).Select(count => count * (count + 1) / 2),
                await Gather(Enumerable.Range(1, 40).Select(SumOf)));
        }
    });

    [Fact]
    public void ACancellationThatWasSwallowed_DoesNotReachTheNextTask() => VirtualTime.Run(async () =>
    {
        async Coroutine<int> Swallow()
        {
            try
            {
                await Sleep(10);
            }
            catch (OperationCanceledException)
            {
            }

            await Sleep(1);
            return CurrentTask!.Cancelling;
        }

        async Coroutine<int> Open()
        {
            await Sleep(1);
            return CurrentTask!.Cancelling;
        }

        Future<int[]> first = Gather(Swallow(), Swallow());
        await Sleep(0);
        first.Cancel();
        await Awaiting.Throws<CancelledException>(first);

        int[] open = await Gather(Open(), Open(), Open());
        Assert.Equal([0, 0, 0], open);
    });

    [Fact]
    public void AScopeThatIsOver_CancelsNobody() => VirtualTime.Run(async () =>
    {
        var scope = new CancelScope();
        async Coroutine<int> InScope()
        {
            await scope.Run(async () => await Sleep(1));
            return 1;
        }

        await Gather(InScope(), Yield(2));
        Future<int[]> next = Gather(Yield(3), Yield(4), Yield(5));
        scope.Cancel();

        int[] results = await next;
        Assert.Equal([3, 4, 5], results);
    });

    [Fact]
    public void AValueThatATaskHasSet_IsNotThereInTheNext() => VirtualTime.Run(async () =>
    {
        async Coroutine<string> Set(string value)
        {
            string? before = s_local.Value;
            s_local.Value = value;
            await Sleep(0);
            return $"{before}{s_local.Value}";
        }

        Assert.Equal(["a", "b"], await Gather(Set("a"), Set("b")));
        Assert.Equal(["c", "d", "e"], await Gather(Set("c"), Set("d"), Set("e")));
    });

    [Fact]
    public void ForgottenCoroutines_AreReportedForTheTaskThatForgotThem()
    {
        List<LoopReport> reports = VirtualTime.ReportsOf(async () =>
        {
            async Coroutine<int> Forget(bool forgets)
            {
                if (forgets)
                {
                    _ = Sleep(1);
                }

                await Sleep(0);
                return 1;
            }

            await Gather(Forget(true), Forget(false));
            await Gather(Forget(false), Forget(false), Forget(true));
        });

        Assert.Equal([LoopReportKind.NeverAwaited, LoopReportKind.NeverAwaited], reports.Select(report => report.Kind));
    }

    [Fact]
    public void WhatATaskHasReturned_IsNotKeptAlive() => VirtualTime.Run(async () =>
    {
        WeakReference result = await ResultOfAGather();
        GC.Collect();

        Assert.False(result.IsAlive);

        static async Coroutine<WeakReference> ResultOfAGather()
        {
            object[] results = await Gather(Make(), Make());
            return new WeakReference(results[0]);
        }

        static async Coroutine<object> Make()
        {
            await Sleep(0);
            return new object();
        }
    });

    [Fact]
    public void ATaskWithNativeCodeInside_StaysApart() => VirtualTime.Run(async () =>
    {
        async Coroutine<int> OverNativeCode(int result)
        {
            await Native();
            return result;
        }

        static async Task Native()
        {
            await Sleep(1);
            await Sleep(1);
        }

        for (int round = 0; round < 3; round++)
        {
            int[] native = await Gather(OverNativeCode(1), OverNativeCode(2));
            int[] plain = await Gather(Yield(3), Yield(4), Yield(5));

            Assert.Equal([1, 2], native);
            Assert.Equal([3, 4, 5], plain);
        }
    });

    [Fact]
    public void AnAwaiterThatGoesOnTwice_DoesNotWakeTheNextTask() => VirtualTime.Run(async () =>
    {
        var twice = new Signal();
        async Coroutine<double> Wait(bool forSignal)
        {
            if (forSignal)
            {
                await twice;
            }

            await Sleep(1);
            return Time();
        }

        Future<double[]> first = Gather(Wait(true), Wait(false));
        await Sleep(0);
        twice.Continue!();
        await first;
        Future<double[]> second = Gather(Wait(false), Wait(false), Wait(false));
        await Sleep(0);
        twice.Continue!();
        double[] times = await second;

        Assert.Equal([2, 2, 2], times);
    });

    [Fact]
    public void AHolderThatHasEnded_IsNotTakenForTheNextTask()
    {
        DeadlockException deadlock = Assert.Throws<DeadlockException>(() => VirtualTime.Run(async () =>
        {
            var @lock = new LoopLock();
            async Coroutine<int> Take(bool takes)
            {
                if (takes)
                {
                    await @lock.Acquire();
                }

                await Sleep(0);
                return 1;
            }

            await Gather(Take(true), Take(false));
            await Gather(Take(false), Take(false), Take(true));
        }));

        Assert.Contains(deadlock.Waiters, line => line.Contains("held by task Task-2 (Take), which has ended", StringComparison.Ordinal));
    }

    private static async Coroutine<int> Yield(int result)
    {
        await Sleep(0);
        return result;
    }

    /// <summary>An awaiter that is not the loop's, and that somebody else lets go on.</summary>
    private sealed class Signal : INotifyCompletion
    {
        public Action? Continue { get; private set; }

        public bool IsCompleted => false;

        public Signal GetAwaiter() => this;

        public void GetResult()
        {
        }

        public void OnCompleted(Action continuation) => Continue = continuation;
    }
}
