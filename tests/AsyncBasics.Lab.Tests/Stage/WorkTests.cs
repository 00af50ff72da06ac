using AsyncBasics.Lab.StandIns;
using Console = AsyncBasics.Lab.StandIns.Console;
using Parallel = AsyncBasics.Lab.StandIns.Parallel;
using Stopwatch = AsyncBasics.Lab.StandIns.Stopwatch;
using Thread = AsyncBasics.Lab.StandIns.Thread;

namespace AsyncBasics.Lab.Tests.StandIns;

public sealed class WorkTests
{
    [Fact]
    public void Run_ThreeThatSleep_TakeAsLongAsTheLongest()
    {
        StageResult result = StageRun.Of(async () =>
        {
            var watch = Stopwatch.StartNew();
            Task<string>[] tasks = [Tasks.Run(() => Job("A", 2)), Tasks.Run(() => Job("B", 1)), Tasks.Run(() => Job("C", 3))];
            Console.WriteLine("started");
            Console.WriteLine(string.Join(" ", await Tasks.WhenAll(tasks)));
            Console.WriteLine(watch.Elapsed.TotalSeconds);
        });

        Assert.Equal(["started", "B done at 1", "A done at 2", "C done at 3", "A B C", "3"], result.Lines);

        static string Job(string name, int seconds)
        {
            var watch = Stopwatch.StartNew();
            Threads.Sleep(seconds * 1000);
            Console.WriteLine($"{name} done at {watch.Elapsed.TotalSeconds}");
            return name;
        }
    }

    [Fact]
    public void Run_TwoThatPollAToken_SeeItWhenItIsCancelled()
    {
        StageResult result = StageRun.Of(async () =>
        {
            using var source = new CancellationTokenSource();
            Task[] workers = [Tasks.Run(() => Poll("A", source.Token)), Tasks.Run(() => Poll("B", source.Token))];
            await Tasks.Delay(250);
            source.Cancel();
            await Tasks.WhenAll(workers);
        });

        Assert.Equal(["A 1", "B 1", "A 2", "B 2", "A 3", "B 3"], result.Lines);

        static void Poll(string name, CancellationToken token)
        {
            for (int i = 1; !token.IsCancellationRequested; i++)
            {
                Console.WriteLine($"{name} {i}");
                Threads.Sleep(100);
            }
        }
    }

    [Fact]
    public void Run_OfAnAsyncDelegate_GoesOnInThePool()
    {
        StageResult result = StageRun.Of(async () =>
        {
            int main = Thread.CurrentThread.ManagedThreadId;
            await Tasks.Run(async () =>
            {
                Console.WriteLine(Thread.CurrentThread.ManagedThreadId != main);
                await Tasks.Delay(100);
                Console.WriteLine(Thread.CurrentThread.ManagedThreadId != main);
                Threads.Sleep(100);
            });
            Console.WriteLine(Thread.CurrentThread.ManagedThreadId == main);
        });

        Assert.Equal(["True", "True", "True"], result.Lines);
        Assert.Equal(0.2, result.Seconds);
    }

    [Fact]
    public void Run_ThatThrows_FailsItsTask()
    {
        StageRun.Of(async () =>
        {
            Task task = Tasks.Run((Action)(() => throw new InvalidOperationException("no")));
            Assert.Equal("no", (await Assert.ThrowsAsync<InvalidOperationException>(() => task)).Message);
            AggregateException all = Assert.Throws<AggregateException>(() => Tasks.Wait(task));
            Assert.IsType<InvalidOperationException>(all.InnerException);
        });
    }

    [Fact]
    public void StartNew_OfAnAsyncDelegate_IsATaskInATask()
    {
        StageResult result = StageRun.Of(async () =>
        {
            Task<Task> nested = Factories.StartNew(Task.Factory, async () =>
            {
                await Tasks.Delay(1000);
                Console.WriteLine("inner");
            });
            Task inner = await nested;
            Console.WriteLine("outer");
            await inner;
        });

        Assert.Equal(["outer", "inner"], result.Lines);
    }

    [Fact]
    public void Thread_StartAndJoin_InAProgramThatIsNotAsync()
    {
        StageResult result = StageRun.OfSync(() =>
        {
            using var go = new AsyncBasics.Lab.StandIns.ManualResetEventSlim();
            var thread = new Thread(() =>
            {
                go.Wait();
                Console.WriteLine($"go at {Clocks.TickCount64()}");
                Threads.Sleep(500);
            });
            thread.Start();
            Threads.Sleep(2000);
            Console.WriteLine("set");
            go.Set();
            thread.Join();
            Console.WriteLine($"joined at {Clocks.TickCount64()}");
        });

        Assert.Equal(["set", "go at 2000", "joined at 2500"], result.Lines);
    }

    [Fact]
    public void Thread_InTheForeground_KeepsTheProgramAlive()
    {
        StageResult result = StageRun.OfSync(() =>
        {
            new Thread(() =>
            {
                Threads.Sleep(1000);
                Console.WriteLine("end of thread");
            }).Start();
            new Thread(() =>
            {
                Threads.Sleep(5000);
                Console.WriteLine("never");
            })
            { IsBackground = true }.Start();
            Console.WriteLine("end of main");
        });

        Assert.Equal(["end of main", "end of thread"], result.Lines);
    }

    [Fact]
    public void ForEach_OfEight_HasFourWorkers()
    {
        StageResult result = StageRun.OfSync(() =>
        {
            Parallel.ForEach(Enumerable.Range(1, 8), i => Threads.Sleep(100));
            Console.WriteLine(Clocks.TickCount64());
            Parallel.For(0, 6, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i => Threads.Sleep(100));
            Console.WriteLine(Clocks.TickCount64());
            Parallel.Invoke(() => Threads.Sleep(100), () => Threads.Sleep(300));
            Console.WriteLine(Clocks.TickCount64());
        });

        Assert.Equal(["200", "500", "800"], result.Lines);
    }

    [Fact]
    public void ForEachAsync_OfEight_HasFourWorkers()
    {
        StageResult result = StageRun.Of(async () =>
        {
            await Parallel.ForEachAsync(Enumerable.Range(1, 8), async (i, token) => await Tasks.Delay(100, token));
            Console.WriteLine(Clocks.TickCount64());
        });

        Assert.Equal(["200"], result.Lines);
    }

    [Fact]
    public void Lock_BetweenWorkers_LetsOneInAtATime()
    {
        StageResult result = StageRun.Of(async () =>
        {
            object gate = new();
            int balance = 0;
            await Tasks.WhenAll(Enumerable.Range(0, 3).Select(_ => Tasks.Run(() =>
            {
                using (Monitors.Lock(gate))
                {
                    int read = balance;
                    Threads.Sleep(100);
                    balance = read + 1;
                }
            })));
            Console.WriteLine($"{balance} at {Clocks.TickCount64()}");
        });

        Assert.Equal(["3 at 300"], result.Lines);
    }

    [Fact]
    public void Timer_FiresWhileTheMainThreadSleeps()
    {
        StageResult result = StageRun.OfSync(() =>
        {
            using var timer = new AsyncBasics.Lab.StandIns.Timer(_ => Console.WriteLine($"tick {Clocks.TickCount64()}"), null, 0, 1000);
            Threads.Sleep(2500);
        });

        Assert.Equal(["tick 0", "tick 1000", "tick 2000"], result.Lines);
    }

    [Fact]
    public void BlockingCollection_BetweenProducerAndConsumer()
    {
        StageResult result = StageRun.Of(async () =>
        {
            using var items = new AsyncBasics.Lab.StandIns.BlockingCollection<int>(2);
            Task consumer = Tasks.Run(() =>
            {
                foreach (int item in items.GetConsumingEnumerable())
                {
                    Threads.Sleep(100);
                    Console.WriteLine($"took {item} at {Clocks.TickCount64()}");
                }
            });
            Task producer = Tasks.Run(() =>
            {
                for (int i = 1; i <= 4; i++)
                {
                    items.Add(i);
                    Console.WriteLine($"added {i} at {Clocks.TickCount64()}");
                }

                items.CompleteAdding();
            });
            await Tasks.WhenAll(producer, consumer);
        });

        Assert.Equal(
            ["added 1 at 0", "added 2 at 0", "added 3 at 0", "took 1 at 100", "added 4 at 100", "took 2 at 200", "took 3 at 300", "took 4 at 400"],
            result.Lines);
    }
}
