using System.Runtime.CompilerServices;
using System.Threading.Channels;
using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>A coroutine awaits what is not the loop's.</summary>
public sealed class NativeAwaitTests
{
    [Fact]
    public void WhatHasEnded_DoesNotYield() => VirtualTime.Run(async () =>
    {
        bool othersRan = false;
        EventLoop.Running.CallSoon(() => othersRan = true);

        await Task.CompletedTask;
        Assert.Equal(1, await Task.FromResult(1));
        await ValueTask.CompletedTask;
        Assert.Equal(2, await new ValueTask<int>(2));
        Assert.Equal(3, await Task.FromResult(3).ConfigureAwait(false));
        Assert.Equal(4, await new Awaitable(isCompleted: true, _ => { }));

        Assert.False(othersRan);
    });

    [Fact]
    public void WorkOnAnotherThread_ComesBackToTheLoopsThread() => VirtualTime.Run(async () =>
    {
        int thread = Environment.CurrentManagedThreadId;
        using IDisposable hold = EventLoop.Running.Hold();

        int worker = await Task.Run(() => Environment.CurrentManagedThreadId);
        Assert.NotEqual(thread, worker);
        Assert.Equal(thread, Environment.CurrentManagedThreadId);

        await Task.Run(() => Thread.Sleep(1)).ConfigureAwait(false);
        Assert.Equal(thread, Environment.CurrentManagedThreadId);

        await new ValueTask(Task.Run(() => Thread.Sleep(1)));
        Assert.Equal(thread, Environment.CurrentManagedThreadId);

        await new Awaitable(isCompleted: false, continuation => new Thread(() => continuation()).Start());
        Assert.Equal(thread, Environment.CurrentManagedThreadId);
        Assert.Same(CurrentTask, AllTasks()[0]);
    });

    [Fact]
    public void TaskYield_IsOneIteration_AndStaysOnTheLoop() => VirtualTime.Run(async () =>
    {
        for (int i = 0; i < 200; i++)
        {
            List<string> log = [];
            EventLoop loop = EventLoop.Running;
            Handle timer = loop.CallLater(TimeSpan.FromSeconds(1), () => Assert.Fail("the clock went on"));
            loop.CallSoon(() =>
            {
                log.Add("this iteration");
                loop.CallSoon(() => log.Add("next iteration"));
            });
            await Task.Yield();
            Assert.Equal(["this iteration"], log);
            timer.Cancel();
        }
    });

    [Fact]
    public void APromise_ThatAnotherCoroutineKeeps_WakesTheWaiterInTheNextIteration() => VirtualTime.Run(async () =>
    {
        // Many rounds, because the detour over the thread pool that this must not take is sometimes quick enough.
        for (int i = 0; i < 100; i++)
        {
            TimeSpan now = EventLoop.Running.Time;
            TaskCompletionSource promise = new(), asynchronous = new(TaskCreationOptions.RunContinuationsAsynchronously);
            List<string> log = [];
            async Coroutine Waiter(string name, Task task)
            {
                await task;
                log.Add($"{name} after {EventLoop.Running.Time - now}");
            }

            LoopTask[] waiters = [CreateTask(Waiter("A", promise.Task)), CreateTask(Waiter("B", asynchronous.Task))];
            await Sleep(1);
            promise.SetResult();
            asynchronous.SetResult();
            log.Add("kept");
            await Sleep(0);
            log.Add("one iteration later");
            await Sleep(1);
            await Gather(waiters);

            Assert.Equal(["kept", "A after 00:00:01", "B after 00:00:01", "one iteration later"], log);
        }
    });

    [Fact]
    public void AChannel_BetweenTwoCoroutines_TakesNoVirtualTime() => VirtualTime.Run(async () =>
    {
        Channel<int> channel = Channel.CreateUnbounded<int>();
        List<string> log = [];
        async Coroutine Read()
        {
            while (await channel.Reader.WaitToReadAsync())
            {
                while (channel.Reader.TryRead(out int item))
                {
                    log.Add($"{item} at {Time()}");
                }
            }
        }

        LoopTask reader = CreateTask(Read());
        for (int i = 1; i <= 3; i++)
        {
            await Sleep(1);
            Assert.True(channel.Writer.TryWrite(i));
        }

        await Sleep(1);
        channel.Writer.Complete();
        await reader;

        Assert.Equal(["1 at 1", "2 at 2", "3 at 3"], log);
        Assert.Equal(4, Time());
    });

    [Fact]
    public void ASemaphore_LetsCoroutinesPassInOrder() => VirtualTime.Run(async () =>
    {
        using var semaphore = new SemaphoreSlim(1);
        List<string> log = [];
        async Coroutine Visit(string name)
        {
            await semaphore.WaitAsync();
            await Sleep(1);
            log.Add($"{name} at {Time()}");
            semaphore.Release();
        }

        await Gather(Visit("A"), Visit("B"), Visit("C"));

        Assert.Equal(["A at 1", "B at 2", "C at 3"], log);
    });

    [Fact]
    public void ANativeMethod_ThatAwaitsTheLoopsThings_IsAwaited() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(Sleep(2));
        var future = new Future<int>();
        EventLoop.Running.CallLater(TimeSpan.FromSeconds(1), () => future.SetResult(5));
        async Task<int> Native()
        {
            int result = await future;
            Assert.Equal(1, Time());
            await task;
            return result;
        }

        Assert.Equal(5, await Native());
        Assert.Equal(2, Time());
    });

    [Fact]
    public void AnException_ComesWithItsOwnStackTrace() => VirtualTime.Run(async () =>
    {
        static async Task ThrowsHere()
        {
            await Task.Yield();
            throw new ExpectedException();
        }

        ExpectedException error = await Awaiting.Throws<ExpectedException>(Relay());
        Assert.Contains(nameof(ThrowsHere), error.StackTrace, StringComparison.Ordinal);

        async Coroutine Relay() => await ThrowsHere();
    });

    [Fact]
    public void ANativeCancellation_CancelsTheTask() => VirtualTime.Run(async () =>
    {
        async Coroutine Main() => await Task.FromCanceled(new CancellationToken(canceled: true));
        LoopTask task = CreateTask(Main());
        await Wait([task]);

        Assert.True(task.Cancelled);
        Assert.Throws<CancelledException>(() => task.Exception);
    });

    [Fact]
    public void ACustomAwaiter_ThatCallsBackAtOnce_Works() => VirtualTime.Run(async () =>
    {
        Assert.Equal(4, await new Awaitable(isCompleted: false, continuation => continuation()));
    });

    [Fact]
    public void ACustomAwaiter_ThatPostsToTheContext_TakesOneIteration() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        EventLoop loop = EventLoop.Running;
        loop.CallSoon(() =>
        {
            log.Add("this iteration");
            loop.CallSoon(() => log.Add("next iteration"));
        });
        await new Awaitable(
            isCompleted: false,
            continuation => SynchronizationContext.Current!.Post(_ => continuation(), null));

        Assert.Equal(["this iteration"], log);
    });

    [Fact]
    public void FromTask_FollowsResultErrorAndCancellation() => VirtualTime.Run(async () =>
    {
        TaskCompletionSource<int> result = new(), error = new(), cancelled = new();
        Future<int> a = FromTask(result.Task), b = FromTask(error.Task), c = FromTask(cancelled.Task);
        await Sleep(1);
        result.SetResult(1);
        error.SetException(new ExpectedException());
        cancelled.SetCanceled();
        Assert.False(a.Done);

        Assert.Equal(1, await a);
        await Awaiting.Throws<ExpectedException>(b);
        Assert.True(c.Cancelled);
        Assert.Equal(1, Time());
    });

    [Fact]
    public void FromTask_OfATaskThatHasEnded_IsDone() => VirtualTime.Run(async () =>
    {
        Assert.Equal(1, FromTask(Task.FromResult(1)).Result);
        Assert.IsType<ExpectedException>(FromTask(Task.FromException(new ExpectedException())).Exception);
        Assert.True(FromTask(Task.FromCanceled(new CancellationToken(canceled: true))).Cancelled);
    });

    [Fact]
    public void FromTask_OfAPromiseKeptOnTheLoop_TakesNoVirtualTime() => VirtualTime.Run(async () =>
    {
        for (int i = 0; i < 100; i++)
        {
            var promise = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Future future = FromTask(promise.Task);
            double now = Time();
            EventLoop.Running.CallLater(TimeSpan.FromSeconds(1), promise.SetResult);
            LoopTask other = CreateTask(Sleep(2));
            await future;
            Assert.Equal(now + 1, Time());
            await other;
        }
    });

    [Fact]
    public void Cancelling_AWaitOnFromTask_EndsTheWait_AndTheNativeTaskGoesOn() => VirtualTime.Run(async () =>
    {
        var promise = new TaskCompletionSource();
        async Coroutine Waiter() => await FromTask(promise.Task);
        LoopTask waiter = CreateTask(Waiter());
        await Sleep(1);
        waiter.Cancel();
        await Awaiting.Throws<CancelledException>(waiter);

        Assert.False(promise.Task.IsCompleted);
        promise.SetResult();
        await Sleep(1);
    });

    [Fact]
    public void Cancelling_ADirectWait_IsToldWhenThatHasEnded_AtTheNextWait() => VirtualTime.Run(async () =>
    {
        var promise = new TaskCompletionSource();
        List<string> log = [];
        async Coroutine Waiter()
        {
            await promise.Task;
            log.Add($"native wait ended at {Time()}");
            await Sleep(10);
            log.Add("slept");
        }

        LoopTask waiter = CreateTask(Waiter());
        await Sleep(1);
        waiter.Cancel();
        await Sleep(1);
        Assert.False(waiter.Done);
        promise.SetResult();
        await Awaiting.Throws<CancelledException>(waiter);

        Assert.Equal(["native wait ended at 2"], log);
        Assert.Equal(2, Time());
    });

    [Fact]
    public void Cancelling_FindsTheLoopsThingThatNativeCodeWaitsFor() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        async Task Native()
        {
            try
            {
                await Sleep(100);
            }
            catch (OperationCanceledException)
            {
                log.Add($"native code was told at {Time()}");
                throw;
            }
        }

        async Coroutine Waiter() => await Native();
        LoopTask waiter = CreateTask(Waiter());
        await Sleep(1);
        waiter.Cancel();
        await Awaiting.Throws<CancelledException>(waiter);

        Assert.Equal(["native code was told at 1"], log);
    });

    /// <summary>An awaitable whose awaiter knows nothing of contexts, and no unsafe way to register.</summary>
    private sealed class Awaitable(bool isCompleted, Action<Action> register) : INotifyCompletion
    {
        public bool IsCompleted => isCompleted;

        public Awaitable GetAwaiter() => this;

        public int GetResult() => 4;

        public void OnCompleted(Action continuation) => register(continuation);
    }
}
