using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>The loop's clock for ordinary .NET code.</summary>
public sealed class TimeProviderTests
{
    private static readonly TimeSpan s_never = System.Threading.Timeout.InfiniteTimeSpan;

    [Fact]
    public void TimestampsAndWallTime_AreTheLoops() => VirtualTime.Run(async () =>
    {
        TimeProvider time = EventLoop.Running.TimeProvider;
        long start = time.GetTimestamp();
        DateTimeOffset wall = time.GetUtcNow();
        await Sleep(90);

        Assert.Equal(TimeSpan.FromSeconds(90), time.GetElapsedTime(start));
        Assert.Equal(TimeSpan.FromSeconds(90), time.GetUtcNow() - wall);
    });

    [Fact]
    public void TaskDelay_InACoroutine() => VirtualTime.Run(async () =>
    {
        await Task.Delay(TimeSpan.FromMinutes(1), EventLoop.Running.TimeProvider);

        Assert.Equal(60, Time());
    });

    [Fact]
    public void TaskDelays_EndInTheOrderOfTheirDeadlines_AmongTheLoopsOwnTimers() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        TimeProvider time = EventLoop.Running.TimeProvider;
        async Task Native(string name, double seconds)
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds), time);
            log.Add(name);
        }

        async Coroutine Ours(string name, double seconds)
        {
            await Sleep(seconds);
            log.Add(name);
        }

        Task[] native = [Native("n3", 3), Native("n1", 1)];
        await Gather(Ours("o2", 2), Ours("o4", 4));
        await Task.WhenAll(native);

        Assert.Equal(["n1", "o2", "n3", "o4"], log);
    });

    [Fact]
    public void TaskDelay_CanBeCancelled() => VirtualTime.RunNative(async () =>
    {
        using var source = new CancellationTokenSource();
        Task delay = Task.Delay(TimeSpan.FromDays(1), EventLoop.Running.TimeProvider, source.Token);
        EventLoop.Running.CallLater(TimeSpan.FromSeconds(1), source.Cancel);
        await Assert.ThrowsAsync<TaskCanceledException>(() => delay);

        Assert.Equal(1, Time());
        await Sleep(1);
        Assert.Null(EventLoop.Running.Timers.NextDeadline);
    });

    [Fact]
    public void CancellationTokenSource_CancelsAtItsTime() => VirtualTime.RunNative(async () =>
    {
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(3), EventLoop.Running.TimeProvider);
        double cancelledAt = -1;
        int thread = Environment.CurrentManagedThreadId;
        source.Token.Register(() =>
        {
            cancelledAt = Time();
            Assert.Equal(thread, Environment.CurrentManagedThreadId);
        });
        await Sleep(5);

        Assert.Equal(3, cancelledAt);
    });

    [Fact]
    public void PeriodicTimer_TicksAtItsPeriod() => VirtualTime.RunNative(async () =>
    {
        List<double> ticks = [];
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(2), EventLoop.Running.TimeProvider);
        for (int i = 0; i < 3 && await timer.WaitForNextTickAsync(); i++)
        {
            ticks.Add(Time());
            await Sleep(0.5);
        }

        Assert.Equal([2, 4, 6], ticks);
    });

    [Fact]
    public void WaitAsync_GivesUpAtItsTime() => VirtualTime.RunNative(async () =>
    {
        var never = new TaskCompletionSource();
        TimeProvider time = EventLoop.Running.TimeProvider;
        await Assert.ThrowsAsync<TimeoutException>(() => never.Task.WaitAsync(TimeSpan.FromSeconds(4), time));
        Assert.Equal(4, Time());

        await Task.Delay(TimeSpan.FromSeconds(1), time).WaitAsync(TimeSpan.FromSeconds(2), time);
        Assert.Equal(5, Time());
    });

    [Fact]
    public void ConfigureAwaitFalse_Everywhere_StaysOnTheLoopsThread() => VirtualTime.Run(async () =>
    {
        int thread = Environment.CurrentManagedThreadId;
        TimeProvider time = EventLoop.Running.TimeProvider;
        async Task Library()
        {
            await Task.Delay(TimeSpan.FromSeconds(1), time).ConfigureAwait(false);
            Assert.Equal(thread, Environment.CurrentManagedThreadId);
            await Inner().ConfigureAwait(false);
            Assert.Equal(thread, Environment.CurrentManagedThreadId);
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
            await timer.WaitForNextTickAsync().ConfigureAwait(false);
            Assert.Equal(thread, Environment.CurrentManagedThreadId);
        }

        async Task Inner()
        {
            await Task.Delay(TimeSpan.FromSeconds(1), time).ConfigureAwait(false);
            await Task.Delay(TimeSpan.FromSeconds(1), time);
            Assert.Equal(thread, Environment.CurrentManagedThreadId);
        }

        await Library();
        Assert.Equal(4, Time());
        Assert.Equal(thread, Environment.CurrentManagedThreadId);
        Assert.NotNull(CurrentTask);
    });

    [Fact]
    public void ATimer_FiresRepeatedly_CanBeChanged_AndDisposed() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        ITimer timer = EventLoop.Running.TimeProvider.CreateTimer(
            state => log.Add($"{state} at {Time()}"), "A", TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        await Sleep(4);
        Assert.True(timer.Change(TimeSpan.FromSeconds(10), s_never));
        await Sleep(20);
        Assert.True(timer.Change(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)));
        timer.Dispose();
        timer.Dispose();
        await timer.DisposeAsync();
        await Sleep(20);

        Assert.Equal(["A at 1", "A at 3", "A at 14"], log);
        Assert.False(timer.Change(TimeSpan.Zero, TimeSpan.Zero));
    });

    [Fact]
    public void ATimer_WithAnInfiniteDueTime_DoesNotFire_UntilItIsChanged() => VirtualTime.Run(async () =>
    {
        int fired = 0;
        using ITimer timer = EventLoop.Running.TimeProvider.CreateTimer(
            _ => fired++, null, s_never, s_never);
        await Sleep(100);
        Assert.Equal(0, fired);
        timer.Change(TimeSpan.Zero, s_never);
        Assert.Equal(0, fired);
        await Sleep(1);
        Assert.Equal(1, fired);
    });

    [Fact]
    public void ATimer_ThatDisposesItselfInItsCallback_FiresOnce() => VirtualTime.Run(async () =>
    {
        int fired = 0;
        ITimer timer = null!;
        timer = EventLoop.Running.TimeProvider.CreateTimer(
            _ =>
            {
                fired++;
                timer.Dispose();
            },
            null,
            TimeSpan.FromSeconds(1),
            TimeSpan.FromSeconds(1));
        await Sleep(10);

        Assert.Equal(1, fired);
    });

    [Fact]
    public void ATimer_SeesTheContextOfItsMaking() => VirtualTime.Run(async () =>
    {
        var local = new AsyncLocal<string> { Value = "made here" };
        string? seen = null;
        using ITimer timer = EventLoop.Running.TimeProvider.CreateTimer(
            _ => seen = local.Value, null, TimeSpan.FromSeconds(1), s_never);
        local.Value = "later";
        await Sleep(2);

        Assert.Equal("made here", seen);
    });

    [Fact]
    public void ATimer_MadeBeforeTheRun_FiresInIt()
    {
        using EventLoop loop = VirtualTime.NewLoop();
        Task delay = Task.Delay(TimeSpan.FromSeconds(5), loop.TimeProvider);
        LoopTask task = loop.CreateTask(Await(delay));
        loop.RunUntilComplete(task);

        Assert.True(delay.IsCompleted);
        Assert.Equal(TimeSpan.FromSeconds(5), loop.Time);

        static async Coroutine Await(Task task) => await task;
    }

    [Fact]
    public void ATimer_MadeOnAnotherThread_FiresOnTheLoop() => VirtualTime.Run(async () =>
    {
        EventLoop loop = EventLoop.Running;
        int thread = Environment.CurrentManagedThreadId;
        var fired = new Future<int>();
        IDisposable hold = loop.Hold();
        var maker = new Thread(() =>
        {
            loop.TimeProvider.CreateTimer(
                _ => fired.SetResult(Environment.CurrentManagedThreadId), null, TimeSpan.FromSeconds(3), s_never);
            hold.Dispose();
        });
        maker.Start();

        Assert.Equal(thread, await fired);
        Assert.Equal(3, Time());
        maker.Join();
    });

    [Fact]
    public void ATimer_ThatOutlivesItsLoop_DoesNoHarm()
    {
        EventLoop loop = VirtualTime.NewLoop();
        ITimer timer = loop.TimeProvider.CreateTimer(_ => { }, null, TimeSpan.FromSeconds(1), s_never);
        loop.Close();

        Assert.True(timer.Change(TimeSpan.FromSeconds(2), TimeSpan.Zero));
        timer.Dispose();
    }

    [Fact]
    public void ACallbackThatThrows_IsReported()
    {
        LoopReport report = Assert.Single(VirtualTime.ReportsOf(async () =>
        {
            using ITimer timer = EventLoop.Running.TimeProvider.CreateTimer(
                _ => throw new ExpectedException(), null, TimeSpan.FromSeconds(1), s_never);
            await Sleep(2);
        }));

        Assert.IsType<ExpectedException>(report.Exception);
    }

    [Theory]
    [InlineData(-2, 0)]
    [InlineData(0, -2)]
    public void ATimer_RefusesNegativeTimes(int dueTime, int period) => VirtualTime.Run(async () =>
    {
        // As every TimeProvider: -1 ms stands for never, anything else below zero is an error.
        Assert.Throws<ArgumentOutOfRangeException>(() => EventLoop.Running.TimeProvider.CreateTimer(
            _ => { }, null, TimeSpan.FromMilliseconds(dueTime), TimeSpan.FromMilliseconds(period)));
    });
}
