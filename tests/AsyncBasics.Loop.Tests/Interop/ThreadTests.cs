using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>The doors between threads: ToThread and RunCoroutineThreadsafe.</summary>
public sealed class ThreadTests
{
    [Fact]
    public void ToThread_RunsOnAnotherThread_AndComesBackToTheLoops() => VirtualTime.Run(async () =>
    {
        int loopThread = Environment.CurrentManagedThreadId;

        int worker = await ToThread(() => Environment.CurrentManagedThreadId);

        Assert.NotEqual(loopThread, worker);
        Assert.Equal(loopThread, Environment.CurrentManagedThreadId);
    });

    [Fact]
    public void ToThread_TheVirtualClock_StandsStillMeanwhile() => VirtualTime.Run(async () =>
    {
        bool sleptFirst = false;
        LoopTask sleeper = CreateTask(SleepLong());
        using var release = new ManualResetEventSlim();
        LoopTask<int> work = CreateTask(ToThread(() =>
        {
            release.Wait();
            return 1;
        }));
        await Sleep(0);
        await ToThread(() => Thread.Sleep(20));
        Assert.False(sleptFirst);
        release.Set();

        await work;

        Assert.False(sleptFirst);
        Assert.Equal(0, Time());
        await sleeper;

        async Coroutine SleepLong()
        {
            await Sleep(1);
            sleptFirst = true;
        }
    });

    [Fact]
    public void ToThread_WorkThatThrows_ThrowsAtTheAwait() => VirtualTime.Run(async () =>
        await Awaiting.Throws<ExpectedException>(ToThread(new Action(() => throw new ExpectedException()))));

    [Fact]
    public void ToThread_Cancelled_StopsTheWait_AndTheLoopWaitsForTheWork()
    {
        bool ended = false;
        using var started = new ManualResetEventSlim();

        VirtualTime.Run(async () =>
        {
            LoopTask task = CreateTask(ToThread(() =>
            {
                started.Set();
                Thread.Sleep(30);
                Volatile.Write(ref ended, true);
            }));
            await Sleep(0);
            started.Wait();

            task.Cancel();

            await Awaiting.Throws<CancelledException>(task);
            Assert.False(Volatile.Read(ref ended));
        });

        Assert.True(Volatile.Read(ref ended));
    }

    [Fact]
    public void ToThread_TheContext_FlowsToTheWork() => VirtualTime.Run(async () =>
    {
        var local = new AsyncLocal<string> { Value = "mine" };

        Assert.Equal("mine", await ToThread(() => local.Value));
    });

    [Fact]
    public void RunCoroutineThreadsafe_GivesTheResultToTheOtherThread() => VirtualTime.Run(async () =>
    {
        EventLoop loop = EventLoop.Running;

        int result = await ToThread(() => RunCoroutineThreadsafe(Add(1, 2), loop).Result);

        Assert.Equal(3, result);

        static async Coroutine<int> Add(int a, int b)
        {
            await Sleep(0);
            return a + b;
        }
    });

    [Fact]
    public void RunCoroutineThreadsafe_GivesTheError() => VirtualTime.Run(async () =>
    {
        EventLoop loop = EventLoop.Running;

        Exception error = await ToThread(() => Record.Exception(() => RunCoroutineThreadsafe(Fail(), loop).GetAwaiter().GetResult())!);

        Assert.IsType<ExpectedException>(error);

        static async Coroutine Fail() => throw new ExpectedException();
    });

    [Fact]
    public void RunCoroutineThreadsafe_CancelledByItsToken_CancelsTheTask() => VirtualTime.Run(async () =>
    {
        EventLoop loop = EventLoop.Running;
        bool cancelled = false;
        var started = new Future<bool>();
        using var source = new CancellationTokenSource();
        LoopTask<Exception> other = CreateTask(ToThread(() =>
            Record.Exception(() => RunCoroutineThreadsafe(SleepLong(), loop, source.Token).GetAwaiter().GetResult())!));
        await started;

        source.Cancel();

        Assert.IsAssignableFrom<OperationCanceledException>(await other);
        Assert.True(cancelled);

        async Coroutine SleepLong()
        {
            started.SetResult(true);
            try
            {
                await new Future<bool>();
            }
            finally
            {
                cancelled = true;
            }
        }
    });

    [Fact]
    public void RunCoroutineThreadsafe_OnAClosedLoop_SaysSo()
    {
        EventLoop loop = VirtualTime.NewLoop();
        loop.Close();

        Exception? error = Record.Exception(void () => RunCoroutineThreadsafe(Sleep(0), loop));

        Assert.Equal("Event loop is closed", Assert.IsType<InvalidOperationException>(error).Message);
    }

    [Fact]
    public async Task RunCoroutineThreadsafe_OntoALoopThatClosesWithoutRunning_SaysSo()
    {
        EventLoop loop = VirtualTime.NewLoop();
        Task task = RunCoroutineThreadsafe(Sleep(0), loop);

        loop.Close();

        Assert.Equal("Event loop is closed", (await Assert.ThrowsAsync<InvalidOperationException>(() => task)).Message);
    }

    [Fact]
    public async Task RunCoroutineThreadsafe_OntoALoopThatIsStoppedBeforeTheEnd_SaysSoWhenItCloses()
    {
        EventLoop loop = VirtualTime.NewLoop();
        Task task = RunCoroutineThreadsafe(Wait(), loop);
        Assert.Throws<DeadlockException>(loop.RunForever);

        loop.Close();

        await Assert.ThrowsAsync<InvalidOperationException>(() => task);

        static async Coroutine Wait() => await new Future<bool>();
    }

    [Fact]
    public void RunCoroutineThreadsafe_CancelledBeforehand_DoesNotBegin() => VirtualTime.Run(async () =>
    {
        EventLoop loop = EventLoop.Running;
        bool began = false;

        Exception error = await ToThread(() => Record.Exception(() =>
            RunCoroutineThreadsafe(Begin(), loop, new CancellationToken(canceled: true)).GetAwaiter().GetResult())!);

        Assert.IsAssignableFrom<OperationCanceledException>(error);
        Assert.False(began);

        async Coroutine Begin() => began = true;
    });
}
