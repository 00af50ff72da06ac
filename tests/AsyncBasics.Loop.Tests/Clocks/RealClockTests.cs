using System.Diagnostics;
using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

[Collection(RealTimeCollection.Name)]
public sealed class RealClockTests
{
    [Fact]
    public void ASleep_EndsWithinAFractionOfAMillisecond_AndNeverEarly()
    {
        // The best of many tells what the loop can do; the worst tells what else the machine was doing.
        TimeSpan best = TimeSpan.MaxValue;
        Run(Main());
        Assert.InRange(best, TimeSpan.Zero, TimeSpan.FromMilliseconds(0.5));

        async Coroutine Main()
        {
            for (int i = 0; i < 40; i++)
            {
                var duration = TimeSpan.FromMilliseconds(1.3);
                long start = Stopwatch.GetTimestamp();
                await Sleep(duration);
                TimeSpan late = Stopwatch.GetElapsedTime(start) - duration;
                Assert.True(late >= TimeSpan.Zero, $"early by {-late}");
                best = late < best ? late : best;
            }
        }
    }

    [Fact]
    public void ASleepingLoop_DoesNotSpin()
    {
        Run(Warm());

        // The process does other things too, such as compiling hot methods; a loop that spins would spin every time.
        TimeSpan used = Enumerable.Range(0, 5).Min(_ => ProcessorTimeOfARun());

        Assert.True(used < TimeSpan.FromMilliseconds(100), $"{used.TotalMilliseconds} ms of processor time for 300 ms of sleep");

        static TimeSpan ProcessorTimeOfARun()
        {
            using var process = Process.GetCurrentProcess();
            TimeSpan before = process.TotalProcessorTime;
            Run(Main());
            process.Refresh();
            return process.TotalProcessorTime - before;
        }

        static async Coroutine Warm() => await Sleep(0.001);
        static async Coroutine Main() => await Gather(Sleep(0.3), Sleep(0.15), Sleep(0.299_999));
    }

    [Fact]
    public void APost_WakesASleepingLoopAtOnce()
    {
        TimeSpan best = TimeSpan.MaxValue;
        Run(Main());
        Assert.InRange(best, TimeSpan.Zero, TimeSpan.FromMilliseconds(2));

        async Coroutine Main()
        {
            EventLoop loop = EventLoop.Running;
            using IDisposable hold = loop.Hold();
            for (int i = 0; i < 20; i++)
            {
                var posted = new Future<long>();
                var thread = new Thread(() =>
                {
                    Thread.Sleep(2);
                    long now = Stopwatch.GetTimestamp();
                    loop.CallSoonThreadsafe(() => posted.SetResult(now));
                });
                thread.Start();
                TimeSpan delay = Stopwatch.GetElapsedTime(await posted);
                best = delay < best ? delay : best;
                thread.Join();
            }
        }
    }

    [Fact]
    public void TheClock_CountsFromItsMaking_AndNeverGoesBack()
    {
        var clock = new RealClock();
        TimeSpan last = clock.Elapsed;
        Assert.InRange(last, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        for (int i = 0; i < 10_000; i++)
        {
            TimeSpan now = clock.Elapsed;
            Assert.True(now >= last);
            last = now;
        }

        TimeSpan apart = TimeProvider.System.GetUtcNow() - clock.UtcNow;
        Assert.InRange(apart.Duration(), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void ABlockingSleep_TakesItsTime()
    {
        long start = Stopwatch.GetTimestamp();
        Run(Main());
        Assert.True(Stopwatch.GetElapsedTime(start) >= TimeSpan.FromMilliseconds(20));

        static async Coroutine Main()
        {
            double before = Time();
            BlockingSleep(0.02);
            Assert.True(Time() - before >= 0.02);
        }
    }

    [Fact]
    public void DeadlinesFarAway_DoNotOverflowTheWait()
    {
        Run(Main());

        static async Coroutine Main()
        {
            LoopTask forever = CreateTask(Sleep(double.PositiveInfinity));
            EventLoop.Running.CallLater(TimeSpan.MaxValue, () => { });
            await Sleep(0.005);
            Assert.False(forever.Done);
            forever.Cancel();
        }
    }
}
