using System.Collections.Concurrent;
using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class PostTests
{
    [Fact]
    public void PostsOfEightThreads_AreFifoForEach_AndNoneIsLost()
    {
        const int Threads = 8;
        const int Each = 5_000;
        using var loop = new EventLoop();
        List<int>[] seen = [.. Enumerable.Range(0, Threads).Select(_ => new List<int>())];
        int left = Threads * Each;
        int loopThread = Environment.CurrentManagedThreadId;
        bool strayed = false;
        using IDisposable hold = loop.Hold();
        for (int t = 0; t < Threads; t++)
        {
            int thread = t;
            new Thread(() =>
            {
                for (int i = 0; i < Each; i++)
                {
                    int n = i;
                    loop.CallSoonThreadsafe(() =>
                    {
                        strayed |= Environment.CurrentManagedThreadId != loopThread;
                        seen[thread].Add(n);
                        if (--left == 0)
                        {
                            loop.Stop();
                        }
                    });
                }
            }).Start();
        }

        loop.RunForever();

        Assert.All(seen, list => Assert.Equal(Enumerable.Range(0, Each), list));
        Assert.False(strayed);
    }

    [Fact]
    public void WhoPosts_DoesNotWaitForALoopThatIsFarBehind()
    {
        const int Posts = 20_000;
        using var loop = new EventLoop();
        using IDisposable hold = loop.Hold();
        List<int> seen = [];
        bool ended = false;
        loop.CallSoon(() =>
        {
            var thread = new Thread(() =>
            {
                for (int i = 0; i < Posts; i++)
                {
                    int n = i;
                    loop.CallSoonThreadsafe(() => seen.Add(n));
                }

                loop.CallSoonThreadsafe(loop.Stop);
            });
            thread.Start();

            // The loop takes no turn until all of it is posted.
            ended = thread.Join(TimeSpan.FromSeconds(30));
        });

        loop.RunForever();

        Assert.True(ended);
        Assert.Equal(Enumerable.Range(0, Posts), seen);
    }

    [Fact]
    public void APost_WakesALoopThatSleeps() => RunRealTime(async () =>
    {
        var future = new Future<int>();
        EventLoop loop = EventLoop.Running;
        using IDisposable hold = loop.Hold();
        var thread = new Thread(() =>
        {
            Thread.Sleep(10);
            loop.CallSoonThreadsafe(() => future.SetResult(1));
        });
        thread.Start();

        Assert.Equal(1, await future);
        thread.Join();
    });

    [Fact]
    public void APost_TakesItsTurnAfterWhatIsReadyWhenItArrives()
    {
        using EventLoop loop = VirtualTime.NewLoop();
        List<string> log = [];
        loop.CallSoonThreadsafe(() => log.Add("post before the run"));
        loop.CallSoon(() => log.Add("ready"));
        loop.CallSoon(loop.Stop);
        loop.RunForever();

        Assert.Equal(["ready", "post before the run"], log);
    }

    [Fact]
    public void APost_CanBeTakenBack() => VirtualTime.Run(async () =>
    {
        Handle handle = EventLoop.Running.CallSoonThreadsafe(() => Assert.Fail("was taken back"));
        handle.Cancel();
        await Sleep(1);
    });

    [Fact]
    public void APost_CarriesTheContextOfItsThread() => RunRealTime(async () =>
    {
        var local = new AsyncLocal<string>();
        var seen = new Future<string?>();
        EventLoop loop = EventLoop.Running;
        using IDisposable hold = loop.Hold();
        var thread = new Thread(() =>
        {
            local.Value = "the thread's";
            loop.CallSoonThreadsafe(() => seen.SetResult(local.Value));
        });
        thread.Start();

        Assert.Equal("the thread's", await seen);
        thread.Join();
    });

    [Fact]
    public void APostFollowedByTheEndOfAHold_IsNeverOvertakenByTheClock()
    {
        // The loop may look for posts just before the post and for holds just after the hold's end.
        for (int round = 0; round < 300; round++)
        {
            List<string> log = [];
            VirtualTime.Run(async () =>
            {
                EventLoop loop = EventLoop.Running;
                var posted = new Future<int>();
                IDisposable hold = loop.Hold();
                using var start = new ManualResetEventSlim();
                var thread = new Thread(() =>
                {
                    start.Wait();
                    loop.CallSoonThreadsafe(() =>
                    {
                        log.Add($"post at {Time()}");
                        posted.SetResult(1);
                    });
                    hold.Dispose();
                });
                thread.Start();
                start.Set();
                await Gather([CreateTask(SleepAndLog(log)), posted]);
                thread.Join();
            });

            Assert.Equal(["post at 0", "slept until 1"], log);
        }
    }

    [Fact]
    public void APostFollowedByTheEndOfAHold_IsNoDeadlock()
    {
        for (int round = 0; round < 300; round++)
        {
            VirtualTime.Run(async () =>
            {
                EventLoop loop = EventLoop.Running;
                var posted = new Future<int>();
                IDisposable hold = loop.Hold();
                var thread = new Thread(() =>
                {
                    loop.CallSoonThreadsafe(() => posted.SetResult(1));
                    hold.Dispose();
                });
                thread.Start();
                await posted;
                thread.Join();
            });
        }
    }

    [Fact]
    public void CoroutinesMadeOnOtherThreads_CanBeAwaitedOnTheLoop() => RunRealTime(async () =>
    {
        EventLoop loop = EventLoop.Running;
        var done = new Future<int>();
        ConcurrentQueue<Exception> failures = [];
        int left = 4 * 2_000;
        using IDisposable hold = loop.Hold();
        for (int t = 0; t < 4; t++)
        {
            new Thread(() =>
            {
                for (int i = 0; i < 2_000; i++)
                {
                    // Made here, awaited there; meanwhile this thread goes on making and the loop goes on ending them.
                    Coroutine<int> made = AddOne(AddOne(Zero()));
                    loop.CallSoonThreadsafe(() => loop.CreateTask(Take(made)));
                }
            }).Start();
        }

        async Coroutine Take(Coroutine<int> coroutine)
        {
            try
            {
                Assert.Equal(2, await coroutine);
            }
            catch (Exception e)
            {
                failures.Enqueue(e);
            }

            if (--left == 0)
            {
                done.SetResult(1);
            }
        }

        await done;
        Assert.Empty(failures);
    });

    private static async Coroutine<int> Zero()
    {
        await Sleep(0);
        return 0;
    }

    private static async Coroutine<int> AddOne(Coroutine<int> inner) => await inner + 1;

    private static async Coroutine SleepAndLog(List<string> log)
    {
        await Sleep(1);
        log.Add($"slept until {Time()}");
    }

    private static void RunRealTime(Func<Coroutine> main)
    {
        List<LoopReport> reports = [];
        Run(main(), new EventLoopOptions { OnReport = reports.Add, RealTimeLimit = TimeSpan.FromSeconds(30) });
        Assert.Empty(reports);
    }
}
