using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>Ordinary async code awaits coroutines, tasks and futures of the loop.</summary>
public sealed class AdoptionTests
{
    [Fact]
    public void NativeMain_AwaitsCoroutines() => VirtualTime.RunNative(async () =>
    {
        Assert.Equal("A", await Work("A", 1));
        await Sleep(1);
        await Sleep(0);
        Assert.Equal("B", await CreateTask(Work("B", 1)));
        string[] both = await Gather(Work("C", 1), Work("D", 2));
        Assert.Equal(["C", "D"], both);
        Assert.Equal(5, Time());
    });

    [Fact]
    public void InsideACoroutinesStep_ANativeMethodAwaitsACoroutine() => VirtualTime.Run(async () =>
    {
        async Task<string> Native(string name)
        {
            string result = await Work(name, 1);
            await Sleep(1);
            return result;
        }

        Assert.Equal("A", await Native("A"));
        Assert.Equal(2, Time());
        Task<string> b = Native("B"), c = Native("C");
        Assert.Equal("B", await b);
        Assert.Equal("C", await c);
        Assert.Equal(4, Time());
    });

    [Fact]
    public void TheCoroutine_RunsToItsFirstWaitInPlace() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        async Coroutine Inner()
        {
            log.Add("inner began");
            await Sleep(1);
            log.Add("inner ended");
        }

        async Task Native()
        {
            await Inner();
            log.Add("native ended");
        }

        Task native = Native();
        log.Add("called");
        await native;

        Assert.Equal(["inner began", "called", "inner ended", "native ended"], log);
    });

    [Fact]
    public void ACoroutineThatDoesNotWait_NeedsNoTask() => VirtualTime.Run(async () =>
    {
        async Coroutine<int> Quick() => 3;
        async Task<int> Native() => await Quick();

        Task<int> native = Native();

        Assert.True(native.IsCompletedSuccessfully);
        Assert.Equal(3, await native);
        _ = Assert.Single(AllTasks());
    });

    [Fact]
    public void TheCoroutine_MayStandDeepWhenItWaits() => VirtualTime.Run(async () =>
    {
        async Coroutine<int> Deep(int depth)
        {
            if (depth == 0)
            {
                await Sleep(1);
                return 0;
            }

            return await Deep(depth - 1) + 1;
        }

        async Task<int> Native(int depth) => await Deep(depth);
        foreach (int depth in new[] { 1, 62, 63, 64, 65, 127, 128, 129, 10_000 })
        {
            Assert.Equal(depth, await Native(depth));
        }

        Assert.Equal(9, Time());
    });

    [Fact]
    public void TheCoroutine_MayStandDeepAndBeCancelledBeforeItGoesOn() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        async Coroutine Deep(int depth)
        {
            if (depth == 0)
            {
                log.Add("reached the bottom");
                await Sleep(1);
            }

            try
            {
                await Deep(depth - 1);
            }
            finally
            {
                log.Add("unwound");
            }
        }

        async Task Native() => await Deep(100);
        Task native = Native();
        LoopTask adopted = AllTasks()[1];
        adopted.Cancel();
        await Assert.ThrowsAsync<CancelledException>(() => native);

        Assert.DoesNotContain("reached the bottom", log);
        Assert.NotEmpty(log);
    });

    [Fact]
    public void TheCoroutine_MayAwaitNativeCodeInItsTurn() => VirtualTime.Run(async () =>
    {
        EventLoop loop = EventLoop.Running;
        async Coroutine<int> Inner()
        {
            await Task.Delay(TimeSpan.FromSeconds(1), loop.TimeProvider);
            await Task.Yield();
            return 4;
        }

        async Task<int> Native() => await Inner();
        async Coroutine<int> Middle() => await Native();
        async Task<int> Outer() => await Middle();

        Assert.Equal(4, await Outer());
        Assert.Equal(1, Time());
    });

    [Fact]
    public void AnException_ReachesTheNativeMethod() => VirtualTime.Run(async () =>
    {
        async Coroutine FailsAtOnce() => throw new ExpectedException("at once");
        async Coroutine FailsLater()
        {
            await Sleep(1);
            throw new ExpectedException("later");
        }

        async Task<string> Native(Coroutine coroutine)
        {
            try
            {
                await coroutine;
                return "nothing";
            }
            catch (ExpectedException error)
            {
                return error.Message;
            }
        }

        Assert.Equal("at once", await Native(FailsAtOnce()));
        Assert.Equal("later", await Native(FailsLater()));
    });

    [Fact]
    public void AwaitedTwice_IsAnErrorInTheNativeMethod() => VirtualTime.RunNative(async () =>
    {
        Coroutine<string> once = Work("A", 0);
        await once;
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await once);
    });

    [Fact]
    public void WithoutALoop_TheNativeMethodFails_AndTheProcessLives()
    {
        Coroutine<string> fromOutside = Work("A", 1);
        Task<string> task = Task.Run(async () => await fromOutside);
        Task<string> made = Task.Run(async () => await Work("B", 1));
        Task sleeping = Task.Run(async () => await Sleep(1));

        foreach (Task each in new[] { task, made, sleeping })
        {
            Exception? error = Assert.Throws<AggregateException>(each.Wait).InnerException;
            Assert.StartsWith("no running event loop", Assert.IsType<InvalidOperationException>(error).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void OnAnotherThread_AMethodAwaitsALoopTask()
    {
        VirtualTime.Run(async () =>
        {
            int thread = Environment.CurrentManagedThreadId;
            using IDisposable hold = EventLoop.Running.Hold();
            var go = new Future<int>();
            async Coroutine<int> AddOne() => await go + 1;
            LoopTask<int> task = CreateTask(AddOne());
            Task<int> elsewhere = Task.Run(async () =>
            {
                int result = await task;
                Assert.NotEqual(thread, Environment.CurrentManagedThreadId);
                return result;
            });
            await Sleep(0);
            go.SetResult(1);

            Assert.Equal(2, await elsewhere);
            Assert.Equal(2, await Task.Run(async () => await task));
        });
    }

    [Fact]
    public void OnAnotherThread_AwaitingWhatAClosedLoopLeftPending_Fails_AndTheProcessLives()
    {
        EventLoop loop = VirtualTime.NewLoop();
        var future = new Future<int>(loop);
        loop.Close();

        Task<int> task = Task.Run(async () => await future);

        Exception? error = Assert.Throws<AggregateException>(() => task.Wait(10_000)).InnerException;
        Assert.Equal("Result is not ready.", Assert.IsType<InvalidStateException>(error).Message);
    }

    [Fact]
    public void NativeWaiters_OfOneLoopTask_GoOnInTheOrderInWhichTheyCame() => VirtualTime.RunNative(async () =>
    {
        List<string> log = [];
        LoopTask task = CreateTask(Sleep(1));
        async Task Waiter(string name)
        {
            await task;
            log.Add(name);
        }

        await Task.WhenAll(Waiter("A"), Waiter("B"), Waiter("C"));
        Assert.Equal(["A", "B", "C"], log);
    });

    [Fact]
    public void ANativeIterator_MayAwaitCoroutines() => VirtualTime.Run(async () =>
    {
        async IAsyncEnumerable<int> Numbers()
        {
            for (int i = 1; i <= 3; i++)
            {
                await Sleep(1);
                yield return i;
            }
        }

        List<string> log = [];
        await foreach (int number in Numbers())
        {
            log.Add($"{number} at {Time()}");
        }

        Assert.Equal(["1 at 1", "2 at 2", "3 at 3"], log);
    });

    [Fact]
    public void GetResult_BeforeTheEnd_IsNotReady() => VirtualTime.Run(async () =>
    {
        CoroutineAwaiter<string> awaiter = Work("A", 1).GetAwaiter();
        Assert.Equal("Result is not ready.", Assert.Throws<InvalidStateException>(() => awaiter.GetResult()).Message);
    });

    private static async Coroutine<string> Work(string name, double seconds)
    {
        await Sleep(seconds);
        return name;
    }
}
