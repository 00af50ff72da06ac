using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>Ordinary async code runs on the loop.</summary>
public sealed class NativeMainTests
{
    [Fact]
    public void Run_GivesResultAndError()
    {
        Assert.Equal(3, Run(async () =>
        {
            await Task.Yield();
            return 3;
        }));
        Assert.Throws<ExpectedException>(() => VirtualTime.RunNative(async () =>
        {
            await Task.Yield();
            throw new ExpectedException();
        }));
        Assert.Throws<ExpectedException>(() => VirtualTime.RunNative(() => throw new ExpectedException()));
        Assert.Throws<CancelledException>(() => VirtualTime.RunNative(() => Task.FromCanceled(new CancellationToken(canceled: true))));
    }

    [Fact]
    public void EveryAwait_ComesBackToTheLoop()
    {
        int thread = Environment.CurrentManagedThreadId;
        VirtualTime.RunNative(async () =>
        {
            for (int i = 0; i < 20; i++)
            {
                Assert.Equal(thread, Environment.CurrentManagedThreadId);
                Assert.IsType<LoopSynchronizationContext>(SynchronizationContext.Current);
                Assert.NotNull(EventLoop.RunningOrNull);
                await Task.Yield();
                Assert.Equal(thread, Environment.CurrentManagedThreadId);
                await Task.Run(() => Thread.Yield());
            }
        });
    }

    [Fact]
    public void TheTimeProvider_IsTheLoopsClock() => VirtualTime.RunNative(async () =>
    {
        TimeProvider time = EventLoop.Running.TimeProvider;
        await Task.WhenAll(Task.Delay(TimeSpan.FromHours(1), time), Task.Delay(TimeSpan.FromHours(2), time));

        Assert.Equal(7200, Time());
    });

    [Fact]
    public void ConfigureAwaitFalse_UnderVirtualTime_StaysOnTheLoopsThread()
    {
        int thread = Environment.CurrentManagedThreadId;
        VirtualTime.RunNative(async () =>
        {
            TimeProvider time = EventLoop.Running.TimeProvider;
            async Task Library(double seconds)
            {
                for (int i = 0; i < 3; i++)
                {
                    await Task.Delay(TimeSpan.FromSeconds(seconds), time).ConfigureAwait(false);
                    Assert.Equal(thread, Environment.CurrentManagedThreadId);
                }
            }

            await Task.WhenAll(Library(1), Library(1.5));
            Assert.Equal(4.5, Time());
            Assert.IsType<LoopSynchronizationContext>(SynchronizationContext.Current);
        });
    }

    [Fact]
    public void Continuations_RunInTheOrderInWhichTheirPromisesWereKept_AndNotInline() => VirtualTime.RunNative(async () =>
    {
        List<string> log = [];
        TaskCompletionSource[] promises = [new(), new(), new()];
        async Task Waiter(int n)
        {
            await promises[n].Task;
            log.Add($"waiter {n}");
        }

        Task[] waiters = [Waiter(0), Waiter(1), Waiter(2)];
        await Task.Yield();
        foreach (int n in new[] { 1, 2, 0 })
        {
            promises[n].SetResult();
            log.Add($"kept {n}");
        }

        await Task.WhenAll(waiters);
        Assert.Equal(["kept 1", "kept 2", "kept 0", "waiter 1", "waiter 2", "waiter 0"], log);
    });

    [Fact]
    public void Yields_TakeTurns() => VirtualTime.RunNative(async () =>
    {
        List<string> log = [];
        async Task Worker(string name)
        {
            for (int i = 0; i < 3; i++)
            {
                log.Add($"{name}{i}");
                await Task.Yield();
            }
        }

        await Task.WhenAll(Worker("A"), Worker("B"));
        Assert.Equal(["A0", "B0", "A1", "B1", "A2", "B2"], log);
    });

    [Fact]
    public void NativeAndLoopCode_TakeTurnsInOneQueue() => VirtualTime.RunNative(async () =>
    {
        List<string> log = [];
        async Task Native()
        {
            for (int i = 0; i < 3; i++)
            {
                log.Add($"native {i}");
                await Task.Yield();
            }
        }

        async Coroutine Ours()
        {
            for (int i = 0; i < 3; i++)
            {
                log.Add($"ours {i}");
                await Sleep(0);
            }
        }

        // The native method runs its first part at once, the coroutine from the next iteration on.
        LoopTask ours = CreateTask(Ours());
        await Native();
        await ours;
        Assert.Equal(["native 0", "ours 0", "native 1", "ours 1", "native 2", "ours 2"], log);
    });

    [Fact]
    public void AnExceptionOfAnAsyncVoidMethod_IsReported()
    {
        List<LoopReport> reports = [];
        Run(
            async () =>
            {
                Forget();
                await Task.Yield();
                await Task.Yield();
            },
            VirtualTime.Options(reports.Add));

        Assert.IsType<ExpectedException>(Assert.Single(reports).Exception);

        static async void Forget()
        {
            await Task.Yield();
            throw new ExpectedException();
        }
    }

    [Fact]
    public void AnAsyncVoidMethod_ThatEndsElsewhere_LeavesADeadlockThatIsSeen()
    {
        // While it runs, it may still wake somebody. When it has ended, nobody can.
        Assert.Throws<DeadlockException>(() => VirtualTime.Run(async () =>
        {
            Elsewhere();
            await new Future<int>();
        }));

        static async void Elsewhere() => await Task.Delay(20).ConfigureAwait(false);
    }

    [Fact]
    public void Send_RunsOnTheLoop_AndBringsTheErrorBack() => VirtualTime.RunNative(async () =>
    {
        SynchronizationContext context = SynchronizationContext.Current!;
        int thread = Environment.CurrentManagedThreadId;
        int seen = 0;
        context.Send(_ => seen++, null);
        Assert.Equal(1, seen);
        await Task.Run(() =>
        {
            context.Send(_ => seen = Environment.CurrentManagedThreadId, null);
            Assert.Equal(thread, seen);
            Assert.Throws<ExpectedException>(() => context.Send(_ => throw new ExpectedException(), null));
        });
    });

    [Fact]
    public void Null_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => Run((Func<Task>)null!));
        Assert.Throws<ArgumentNullException>(() => Run((Func<Task<int>>)null!));
    }
}
