namespace AsyncBasics.Lab.Tests.StandIns;

/// <summary>Each redirected member from source text, in the programs in which people use it.</summary>
public sealed class RedirectedTests
{
    public static TheoryData<string, string, string> Programs => new()
    {
        {
            "clocks",
            """
            using System.Diagnostics;
            var watch = Stopwatch.StartNew();
            long stamp = Stopwatch.GetTimestamp();
            DateTime before = DateTime.Now;
            DateTimeOffset offset = DateTimeOffset.UtcNow;
            long ticks = Environment.TickCount64;
            int few = Environment.TickCount;
            long provided = TimeProvider.System.GetTimestamp();
            await Task.Delay(1500);
            Console.WriteLine(watch.ElapsedMilliseconds + " " + Stopwatch.GetElapsedTime(stamp).TotalSeconds);
            Console.WriteLine((DateTime.Now - before).TotalSeconds + " " + (DateTimeOffset.Now - offset).TotalSeconds);
            Console.WriteLine((Environment.TickCount64 - ticks) + " " + (Environment.TickCount - few));
            Console.WriteLine(TimeProvider.System.GetElapsedTime(provided).TotalSeconds + " " + (DateTime.UtcNow.Date == DateTime.Today));
            """,
            "1500 1.5|1.5 1.5|1500 1500|1.5 True"
        },
        {
            "delays and sleeps",
            """
            await Task.Delay(TimeSpan.FromSeconds(1));
            await Task.Yield();
            Thread.Sleep(1000);
            Thread.Sleep(TimeSpan.FromSeconds(1));
            Thread.Yield();
            Thread.SpinWait(10);
            try { await Task.Delay(5000).WaitAsync(TimeSpan.FromSeconds(1)); } catch (TimeoutException e) { Console.WriteLine(e.Message); }
            Console.WriteLine(await Value().WaitAsync(TimeSpan.FromSeconds(5)));
            Console.WriteLine(Math.Round((DateTime.UtcNow - new DateTime(2026, 1, 1)).TotalSeconds, 3));
            async Task<int> Value() { await Task.Delay(1000); return 5; }
            """,
            "The operation has timed out.|5|5"
        },
        {
            "cancellation",
            """
            using var source = new CancellationTokenSource(1000);
            try { await Task.Delay(5000, source.Token); } catch (OperationCanceledException) { Console.WriteLine("1 " + At()); }
            using var later = new CancellationTokenSource();
            later.CancelAfter(TimeSpan.FromSeconds(2));
            using var linked = CancellationTokenSource.CreateLinkedTokenSource(later.Token);
            linked.Token.Register(() => Console.WriteLine("registered " + At()));
            try { await Task.Delay(-1, linked.Token); } catch (TaskCanceledException) { Console.WriteLine("2 " + At()); }
            using var third = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            Console.WriteLine(third.TryReset());
            await third.CancelAsync();
            Console.WriteLine(third.IsCancellationRequested + " " + third.Token.WaitHandle.WaitOne(10));
            double At() => (DateTime.UtcNow - new DateTime(2026, 1, 1)).TotalSeconds;
            """,
            "1 1|registered 3|2 3|True|True True"
        },
        {
            "timers",
            """
            using var periodic = new PeriodicTimer(TimeSpan.FromSeconds(1));
            for (int i = 0; i < 2 && await periodic.WaitForNextTickAsync(); i++) Console.WriteLine("tick " + At());
            using (var timer = new Timer(state => Console.WriteLine(state + " " + At()), "timer", 500, 1000)) await Task.Delay(2000);
            var events = new System.Timers.Timer(300) { AutoReset = false };
            events.Elapsed += (sender, e) => Console.WriteLine("event " + e.SignalTime.Second);
            events.Start();
            await Task.Delay(1000);
            double At() => (DateTime.UtcNow - new DateTime(2026, 1, 1)).TotalSeconds;
            """,
            "tick 1|tick 2|timer 2.5|timer 3.5|event 4"
        },
        {
            "combinations",
            """
            Task<int> One(int n) => Task.Delay(n * 100).ContinueWith(t => n);
            Console.WriteLine(string.Join(",", await Task.WhenAll(One(3), One(1), One(2))));
            Console.WriteLine(await await Task.WhenAny(One(3), One(1)));
            await foreach (Task<int> task in Task.WhenEach(One(3), One(1), One(2))) Console.WriteLine(await task);
            await One(1).ContinueWith(t => Console.WriteLine("then " + t.Result));
            await Task.WhenAll(new List<Task> { One(1), One(2) });
            await Task.Factory.ContinueWhenAll(new Task[] { One(1), One(2) }, all => Console.WriteLine(all.Length));
            """,
            "3,1,2|1|1|2|3|then 1|2"
        },
        {
            "work",
            """
            int main = Environment.CurrentManagedThreadId;
            Console.WriteLine(await Task.Run(() => { Thread.Sleep(1000); return Thread.CurrentThread.ManagedThreadId != main; }));
            Console.WriteLine(await Task.Run(async () => { await Task.Delay(1000); return "async"; }));
            await Task.Factory.StartNew(() => Console.WriteLine(Thread.CurrentThread.IsThreadPoolThread), TaskCreationOptions.LongRunning);
            Console.WriteLine(await await Task.Factory.StartNew(async () => { await Task.Delay(10); return 1; }));
            Console.WriteLine(await Task.Factory.StartNew(s => (string)s! + "!", "state"));
            var cold = new Task<int>(() => 7); cold.Start(); Console.WriteLine(await cold);
            var now = new Task(() => Console.WriteLine("now")); now.RunSynchronously();
            var done = new TaskCompletionSource();
            ThreadPool.QueueUserWorkItem(_ => { Console.WriteLine("pool"); done.SetResult(); });
            await done.Task;
            Console.WriteLine(TaskScheduler.Current == TaskScheduler.Default);
            Console.WriteLine(Environment.ProcessorCount);
            """,
            "True|async|True|1|state!|7|now|pool|True|4"
        },
        {
            "threads",
            """
            var threads = new List<Thread>();
            for (int i = 1; i <= 3; i++)
            {
                int n = i;
                var thread = new Thread(() => { Thread.Sleep(n * 100); Console.WriteLine($"{Thread.CurrentThread.Name} ends"); }) { Name = "T" + n };
                threads.Add(thread);
                thread.Start();
            }
            foreach (Thread thread in threads) thread.Join();
            var parameterized = new Thread(x => Console.WriteLine(x)) { IsBackground = true };
            parameterized.Start("argument");
            Console.WriteLine(parameterized.Join(1000));
            """,
            "T1 ends|T2 ends|T3 ends|argument|True"
        },
        {
            "parallel loops",
            """
            int sum = 0;
            Parallel.For(0, 10, i => Interlocked.Add(ref sum, i));
            ParallelLoopResult result = Parallel.ForEach(Enumerable.Range(0, 100), (i, state) => { if (i == 5) state.Stop(); });
            Console.WriteLine(sum + " " + result.IsCompleted);
            Parallel.Invoke(() => Thread.Sleep(100), () => Thread.Sleep(100));
            await Parallel.ForEachAsync(new[] { 1, 2, 3 }, new ParallelOptions { MaxDegreeOfParallelism = 1 }, async (n, token) =>
            {
                await Task.Delay(100, token);
                Console.WriteLine(n);
            });
            await Parallel.ForAsync(0, 2, async (n, token) => await Task.Delay(100, token));
            try { Parallel.ForEach(new[] { 1 }, n => throw new InvalidOperationException("bad")); }
            catch (AggregateException e) { Console.WriteLine(e.InnerException!.Message); }
            Console.WriteLine(Enumerable.Range(1, 10).AsParallel().Where(n => n % 2 == 0).Sum());
            Console.WriteLine((DateTime.UtcNow - new DateTime(2026, 1, 1)).TotalSeconds);
            """,
            "45 False|1|2|3|bad|30|0.5"
        },
        {
            "blocking a program that is not async",
            """
            Task<int> task = Value();
            Console.WriteLine(task.Result + " " + task.IsCompleted);
            Task.Delay(100).Wait();
            Console.WriteLine(Task.Delay(1000).Wait(100));
            Console.WriteLine(Value().GetAwaiter().GetResult());
            Value().ConfigureAwait(false).GetAwaiter().GetResult();
            Task.WaitAll(Value(), Value());
            Console.WriteLine(Task.WaitAny(Task.Delay(500), Task.Delay(100)));
            Console.WriteLine(Quick().Result);
            try { Fail().Wait(); } catch (AggregateException e) { Console.WriteLine(e.InnerException!.Message); }
            async Task<int> Value() { await Task.Delay(100); return 3; }
            async ValueTask<int> Quick() { await Task.Delay(100); return 4; }
            async Task Fail() { await Task.Delay(100); throw new InvalidOperationException("failed"); }
            """,
            "3 True|False|3|1|4|failed"
        },
        {
            "locks",
            """
            object gate = new();
            Lock modern = new();
            int n = 0;
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            {
                lock (gate) { int read = n; Thread.Sleep(100); n = read + 1; }
                lock (modern) { Thread.Sleep(10); }
                using (modern.EnterScope()) { }
            })));
            Console.WriteLine(n + " " + Monitor.TryEnter(gate) + " " + Monitor.IsEntered(gate));
            Task waiting = Task.Run(() => { lock (gate) { Monitor.Wait(gate); Console.WriteLine("pulsed"); } });
            Monitor.Exit(gate);
            await Task.Delay(100);
            bool taken = false;
            Monitor.Enter(gate, ref taken);
            Monitor.PulseAll(gate);
            Monitor.Pulse(gate);
            Monitor.Exit(gate);
            await waiting;
            var both = new ReaderWriterLockSlim();
            both.EnterReadLock();
            both.ExitReadLock();
            both.EnterWriteLock();
            Console.WriteLine(both.IsWriteLockHeld);
            var spin = new SpinWait();
            spin.SpinOnce();
            Console.WriteLine(SpinWait.SpinUntil(() => false, 10));
            """,
            "4 True True|pulsed|True|False"
        },
        {
            "signals",
            """
            var slim = new ManualResetEventSlim();
            var auto = new AutoResetEvent(false);
            var manual = new ManualResetEvent(false);
            var handle = new EventWaitHandle(true, EventResetMode.AutoReset);
            var countdown = new CountdownEvent(2);
            var barrier = new Barrier(2, b => Console.WriteLine("phase " + b.CurrentPhaseNumber));
            var mutex = new Mutex();
            var semaphore = new Semaphore(1, 1);
            Task worker = Task.Run(() =>
            {
                slim.Wait();
                auto.WaitOne();
                manual.WaitOne();
                handle.WaitOne();
                barrier.SignalAndWait();
                mutex.WaitOne(); mutex.ReleaseMutex();
                semaphore.WaitOne(); semaphore.Release();
                countdown.Signal();
                Console.WriteLine("worker");
            });
            await Task.Delay(100);
            slim.Set(); auto.Set(); manual.Set();
            Task other = Task.Run(() => { barrier.SignalAndWait(); countdown.Signal(); });
            await Task.Run(() => countdown.Wait());
            await Task.WhenAll(worker, other);
            Console.WriteLine(WaitHandle.WaitAny(new WaitHandle[] { auto, manual }) + " " + slim.IsSet);
            """,
            "phase 0|worker|1 True"
        },
        {
            "semaphore and channel",
            """
            using System.Threading.Channels;
            using var semaphore = new SemaphoreSlim(1, 1);
            await semaphore.WaitAsync();
            Console.WriteLine(await semaphore.WaitAsync(100) + " " + semaphore.Wait(100) + " " + semaphore.CurrentCount);
            semaphore.Release();
            var channel = Channel.CreateUnbounded<int>();
            Task producer = Task.Run(async () =>
            {
                for (int i = 0; i < 3; i++) { await channel.Writer.WriteAsync(i); await Task.Delay(100); }
                channel.Writer.Complete();
            });
            await foreach (int item in channel.Reader.ReadAllAsync()) Console.WriteLine(item);
            var bounded = Channel.CreateBounded<string>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
            bounded.Writer.TryWrite("a"); bounded.Writer.TryWrite("b"); bounded.Writer.Complete();
            while (await bounded.Reader.WaitToReadAsync()) while (bounded.Reader.TryRead(out string? text)) Console.WriteLine(text);
            var first = Channel.CreateUnboundedPrioritized<int>();
            first.Writer.TryWrite(2); first.Writer.TryWrite(1);
            Console.WriteLine(await first.Reader.ReadAsync());
            try { await bounded.Reader.ReadAsync(); } catch (ChannelClosedException) { Console.WriteLine("closed"); }
            """,
            "False False 0|0|1|2|b|1|closed"
        },
        {
            "blocking collection",
            """
            using System.Collections.Concurrent;
            using var items = new BlockingCollection<int>(2);
            var consumer = Task.Run(() => { foreach (int i in items.GetConsumingEnumerable()) Console.WriteLine(i); });
            for (int i = 0; i < 4; i++) items.Add(i);
            items.CompleteAdding();
            await consumer;
            Console.WriteLine(items.IsCompleted);
            """,
            "0|1|2|3|True"
        },
        {
            "a worker that computes until it is told to stop",
            """
            using var source = new CancellationTokenSource();
            long n = 0;
            Task worker = Task.Run(() => { while (!source.Token.IsCancellationRequested) n++; Console.WriteLine("worker stops"); });
            await Task.Delay(100);
            Console.WriteLine("cancelling");
            source.Cancel();
            await worker;
            """,
            "cancelling|worker stops"
        },
        {
            "a thread that computes until it is told to stop",
            """
            bool stop = false;
            var thread = new Thread(() => { int n = 0; while (!stop) n++; Console.WriteLine("thread stops"); });
            thread.Start();
            Thread.Sleep(50);
            Console.WriteLine("stopping");
            stop = true;
            thread.Join();
            """,
            "stopping|thread stops"
        },
        {
            "surroundings",
            """
            var random = new Random();
            Console.WriteLine(random.Next(10) < 10 && Random.Shared.Next(5) < 5 && new Random(1).Next() == new Random(1).Next());
            Console.WriteLine(Guid.NewGuid() != Guid.Empty);
            Console.Write("a"); Console.Write(1); Console.WriteLine("{0} {1}", 2, 3.5);
            Console.ForegroundColor = ConsoleColor.Red; Console.Clear(); Console.ResetColor(); Console.SetCursorPosition(1, 1);
            Console.Out.WriteLine("out"); Console.Error.WriteLine("error"); await Console.Out.WriteLineAsync("async");
            Console.WriteLine(Console.ReadLine() + Console.ReadLine());
            Environment.Exit(0);
            """,
            "True|True|a12 3.5|out|async|line|Exited: The program ended itself with exit code 0."
        },
    };

    /// <summary>All but one: whoever would tell its thread to stop is below it on the stack.</summary>
    public static IEnumerable<TheoryDataRow<string, string, string>> ProgramsForOneStack =>
        Programs.Where(row => !row.Data.Item1.StartsWith("a thread that computes", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Programs))]
    public void Program_FromItsSource_DoesWhatItSays(string name, string source, string expected)
    {
        Assert.NotEmpty(name);
        Assert.Equal(expected.Split('|'), SourceRun.Of(source, new RunOptions { Input = "line\n" }));
    }

    [Theory]
    [MemberData(nameof(ProgramsForOneStack))]
    public void Program_FromItsSource_OnOneStack_DoesTheSame(string name, string source, string expected) => StageRun.OnStack(() =>
    {
        Assert.NotEmpty(name);
        Assert.Equal(expected.Split('|'), SourceRun.Of(source, new RunOptions { Input = "line\n" }));
    });
}
