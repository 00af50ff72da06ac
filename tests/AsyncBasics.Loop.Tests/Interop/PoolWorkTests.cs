using System.Threading.Channels;
using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>Native code that .NET sends to the thread pool, under virtual time: the clock waits for it, and so does the next turn.</summary>
[Collection(RealTimeCollection.Name)]
public sealed class PoolWorkTests
{
    private static TimeProvider Clock => EventLoop.Running.TimeProvider;

    [Fact]
    public void ConfigureAwaitFalse_OnASourceThatLoopCodeCompletes_ComesBeforeTheClockJumps() => RepeatAlike(async log =>
    {
        EventLoop loop = EventLoop.Running;
        var source = new TaskCompletionSource();
        Task waiter = Wait();
        LoopTask sleeper = CreateTask(SleepLong());
        await Sleep(1);
        source.SetResult();
        await waiter;
        await sleeper;

        async Task Wait()
        {
            await source.Task.ConfigureAwait(false);
            log($"source at {loop.Time.TotalSeconds}");
            await Task.Delay(TimeSpan.FromSeconds(2), loop.TimeProvider).ConfigureAwait(false);
            log($"delay at {loop.Time.TotalSeconds}");
        }

        async Coroutine SleepLong()
        {
            await Sleep(3);
            log("3 s are over");
            await Sleep(1);
            log("4 s are over");
        }
    });

    [Fact]
    public void ConfigureAwaitFalse_OneTurnAfterAnother_KeepsTheirOrder() => RepeatAlike(besideOthers: false, main: async log =>
    {
        TaskCompletionSource[] sources = [.. Enumerable.Range(0, 5).Select(_ => new TaskCompletionSource())];
        Task[] waiters = [.. sources.Select(Wait)];
        foreach (TaskCompletionSource source in sources)
        {
            log("before");
            source.SetResult();
            await Sleep(0);
            log("after");
        }

        await Task.WhenAll(waiters);

        async Task Wait(TaskCompletionSource source, int number)
        {
            await source.Task.ConfigureAwait(false);
            log($"source {number}");
        }
    });

    [Fact]
    public void SemaphoreWithAToken_AndAChannelsReader_FollowTheClock() => RepeatAlike(async log =>
    {
        EventLoop loop = EventLoop.Running;
        using var permits = new SemaphoreSlim(0);
        using var source = new CancellationTokenSource();
        var channel = Channel.CreateUnbounded<int>();
        Task[] readers = [Enter(), Read()];
        for (int i = 0; i < 3; i++)
        {
            await Sleep(1);
            permits.Release();
            await Task.Delay(TimeSpan.FromSeconds(1), loop.TimeProvider);
            channel.Writer.TryWrite(i);
        }

        channel.Writer.Complete();
        await Task.WhenAll(readers);

        async Task Enter()
        {
            for (int i = 0; i < 3; i++)
            {
                await permits.WaitAsync(source.Token).ConfigureAwait(false);
                log($"permit at {loop.Time.TotalSeconds}");
            }
        }

        async Task Read()
        {
            await foreach (int item in channel.Reader.ReadAllAsync().ConfigureAwait(false))
            {
                log($"item {item} at {loop.Time.TotalSeconds}");
            }
        }
    });

    [Fact]
    public void TaskRun_HoldsTheClock() => RepeatAlike(async log =>
    {
        LoopTask sleeper = CreateTask(SleepLong());
        int answer = await Task.Run(static async () =>
        {
            int sum = 0;
            for (int i = 0; i < 3; i++)
            {
                await Task.Yield();
                Thread.SpinWait(1000);
                sum += i;
            }

            return sum;
        });
        log($"{answer} at {Time()}");
        await sleeper;

        async Coroutine SleepLong()
        {
            await Sleep(1);
            log("a second is over");
        }
    });

    [Fact]
    public void WhileItRuns_ThereIsNoDeadlock() => VirtualTime.RunNative(async () =>
    {
        EventLoop loop = EventLoop.Running;
        var future = new Future<int>();
        _ = Task.Run(() =>
        {
            Thread.Sleep(300);
            loop.CallSoonThreadsafe(() => future.SetResult(1));
        });

        Assert.Equal(1, await future);
    });

    [Fact]
    public void AThreadThatBlocksUntilTheLoopGoesOn_IsNotWaitedFor() => VirtualTime.RunNative(async () =>
    {
        using var ready = new ManualResetEventSlim();
        Task blocked = Task.Run(ready.Wait);
        for (int i = 0; i < 100; i++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), Clock);
        }

        ready.Set();
        await blocked;
    });

    /// <summary>Runs a program 1,000 times and compares what it logged.</summary>
    /// <param name="main">The program.</param>
    /// <param name="besideOthers">Whether to run it also while others keep the pool busy. What the clock says is the same even then.</param>
    private static void RepeatAlike(Func<Action<string>, Task> main, bool besideOthers = true)
    {
        string expected = LogOf(main);
        Assert.Equal([], Differences(main, expected, runs: 1000));
        if (besideOthers)
        {
            // On a thread of its own: what a thread of the pool queues has to wait until the pool has nothing else to do.
            using var noise = new PoolNoise();
            List<string> differences = [];
            var thread = new Thread(() => differences = Differences(main, expected, runs: 20));
            thread.Start();
            thread.Join();
            Assert.Equal([], differences);
        }
    }

    private static List<string> Differences(Func<Action<string>, Task> main, string expected, int runs) =>
        [.. Enumerable.Range(0, runs).Select(_ => LogOf(main)).Where(log => log != expected)];

    private static string LogOf(Func<Action<string>, Task> main)
    {
        List<string> log = [];
        VirtualTime.RunNative(() => main(log.Add));
        return string.Join("; ", log);
    }

    /// <summary>Work of somebody else's that keeps every thread of the pool busy.</summary>
    private sealed class PoolNoise : IThreadPoolWorkItem, IDisposable
    {
        private volatile bool _isOver;

        public PoolNoise()
        {
            for (int i = 0; i < 2 * Environment.ProcessorCount; i++)
            {
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            }
        }

        public void Execute()
        {
            Thread.Sleep(1);
            if (!_isOver)
            {
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            }
        }

        public void Dispose() => _isOver = true;
    }
}
