using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class TimerTests
{
    [Fact]
    public void EqualDeadlines_FireInTheOrderInWhichTheyWereSet() => VirtualTime.Run(async () =>
    {
        List<int> log = [];
        EventLoop loop = EventLoop.Running;
        for (int i = 0; i < 1000; i++)
        {
            int n = i;
            loop.CallAt(TimeSpan.FromSeconds(5), () => log.Add(n));
        }

        await Sleep(6);
        Assert.Equal(Enumerable.Range(0, 1000), log);
    });

    [Fact]
    public void CallbacksAndSleepers_OfEqualDeadline_AreInOneOrder() => VirtualTime.Run(async () =>
    {
        // A sleeper's task runs one iteration after its timer, so the callbacks come first; among themselves each kind is in order.
        List<string> log = [];
        async Coroutine Sleeper(string name)
        {
            await Sleep(5);
            log.Add(name);
        }

        EventLoop loop = EventLoop.Running;
        LoopTask one = CreateTask(Sleeper("task 1"));
        await Sleep(0);
        loop.CallAt(TimeSpan.FromSeconds(5), () => log.Add("callback 1"));
        LoopTask two = CreateTask(Sleeper("task 2"));
        await Sleep(0);
        loop.CallAt(TimeSpan.FromSeconds(5), () => log.Add("callback 2"));
        await Gather(one, two);

        Assert.Equal(["callback 1", "callback 2", "task 1", "task 2"], log);
    });

    [Fact]
    public void DifferentDeadlines_FireInTheirOrder_HoweverLateTheLoopIs() => VirtualTime.Run(async () =>
    {
        List<int> log = [];
        EventLoop loop = EventLoop.Running;
        foreach (int seconds in new[] { 3, 1, 4, 1, 5, 9, 2, 6 })
        {
            loop.CallLater(TimeSpan.FromSeconds(seconds), () => log.Add(seconds));
        }

        loop.Block(TimeSpan.FromSeconds(20));
        await Sleep(0);
        await Sleep(0);

        Assert.Equal([1, 1, 2, 3, 4, 5, 6, 9], log);
        Assert.Equal(20, Time());
    });

    [Fact]
    public void CallAt_KnowsItsMoment() => VirtualTime.Run(async () =>
    {
        await Sleep(1);
        Handle at = EventLoop.Running.CallAt(TimeSpan.FromSeconds(5), () => Assert.Equal(5, Time()));
        Handle later = EventLoop.Running.CallLater(TimeSpan.FromSeconds(5), () => Assert.Equal(6, Time()));

        Assert.Equal(TimeSpan.FromSeconds(5), at.When);
        Assert.Equal(TimeSpan.FromSeconds(6), later.When);
        Assert.Null(EventLoop.Running.CallSoon(() => { }).When);
        await Sleep(10);
    });

    [Fact]
    public void CallAt_AMomentThatHasPassed_FiresInTheNextIteration() => VirtualTime.Run(async () =>
    {
        await Sleep(10);
        List<string> log = [];
        EventLoop.Running.CallAt(TimeSpan.FromSeconds(1), () => log.Add("past"));
        EventLoop.Running.CallLater(TimeSpan.FromSeconds(-3), () => log.Add("negative"));
        await Sleep(0);
        Assert.Empty(log);
        await Sleep(0);

        // Both are due; the one with the earlier deadline comes first.
        Assert.Equal(["past", "negative"], log);
        Assert.Equal(10, Time());
    });

    [Fact]
    public void ATimerSetByATimer_ForTheSameMoment_FiresInTheNextIteration() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        EventLoop loop = EventLoop.Running;
        loop.CallAt(TimeSpan.FromSeconds(1), () =>
        {
            log.Add("first");
            loop.CallAt(TimeSpan.FromSeconds(1), () => log.Add("third"));
        });
        loop.CallAt(TimeSpan.FromSeconds(1), () => log.Add("second"));
        await Sleep(2);

        Assert.Equal(["first", "second", "third"], log);
    });

    [Fact]
    public void CancelledTimers_DoNotHoldTheClockUp() => VirtualTime.Run(async () =>
    {
        Handle never = EventLoop.Running.CallLater(TimeSpan.FromSeconds(1), () => Assert.Fail("was taken back"));
        never.Cancel();
        await Sleep(5);

        Assert.Equal(5, Time());
    });

    [Fact]
    public void CancelledTimers_AreNoWorkToWaitFor()
    {
        using EventLoop loop = VirtualTime.NewLoop();
        loop.CallLater(TimeSpan.FromSeconds(1), () => { }).Cancel();

        Assert.Throws<DeadlockException>(loop.RunForever);
        Assert.Equal(TimeSpan.Zero, loop.Time);
    }

    [Fact]
    public void ManyCancelledTimers_AreThrownOut_AndTheRestFireInOrder() => VirtualTime.Run(async () =>
    {
        // More than 100, over half of them cancelled: the heap is rebuilt, as in CPython.
        EventLoop loop = EventLoop.Running;
        List<int> log = [];
        List<Handle> handles = [];
        for (int i = 0; i < 400; i++)
        {
            int n = i;
            handles.Add(loop.CallAt(TimeSpan.FromSeconds(1000 - (n % 7)), () => log.Add(n)));
        }

        for (int i = 0; i < 400; i++)
        {
            if (i % 4 != 0)
            {
                handles[i].Cancel();
            }
        }

        await Sleep(0);
        await Sleep(2000);
        IEnumerable<int> expected = Enumerable.Range(0, 400).Where(n => n % 4 == 0).OrderBy(n => 1000 - (n % 7));
        Assert.Equal(expected, log);
    });

    [Fact]
    public void ManyCancelledTimers_AreNotKeptAlive()
    {
        using EventLoop loop = VirtualTime.NewLoop();
        WeakReference[] callbacks = MakeAndCancel(loop, 300);
        loop.CallSoon(loop.Stop);
        loop.RunForever();
        GC.Collect();

        Assert.All(callbacks, callback => Assert.False(callback.IsAlive));
    }

    [Fact]
    public void CancelledSleepers_DoNotHoldTheClockUp() => VirtualTime.Run(async () =>
    {
        LoopTask[] sleepers = [.. Enumerable.Range(1, 300).Select(n => CreateTask(Sleep(n)))];
        await Sleep(0);
        for (int i = 0; i < sleepers.Length; i++)
        {
            if (i % 3 != 0)
            {
                sleepers[i].Cancel();
            }
        }

        await Wait(sleepers);
        Assert.Equal(298, Time());
        Assert.Equal(100, sleepers.Count(sleeper => !sleeper.Cancelled));
    });

    [Fact]
    public void ASleeper_CancelledWhenItsTimerHasFiredButNotRun_IsCancelled() => VirtualTime.Run(async () =>
    {
        // CPython 3.13: the timer only sets the future; whoever cancels before the timer's turn wins.
        LoopTask sleeper = CreateTask(Sleep(2));
        EventLoop.Running.CallAt(TimeSpan.FromSeconds(1), () => { });
        await Sleep(0);
        EventLoop loop = EventLoop.Running;
        loop.CallAt(TimeSpan.FromSeconds(1), () => loop.Block(TimeSpan.FromSeconds(5)));
        loop.CallAt(TimeSpan.FromSeconds(1.5), () => sleeper.Cancel());
        await Awaiting.Throws<CancelledException>(sleeper);

        Assert.Equal(6, Time());
    });

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference[] MakeAndCancel(EventLoop loop, int count)
    {
        var references = new WeakReference[count];
        for (int i = 0; i < count; i++)
        {
            object captured = new();
            Handle handle = loop.CallLater(TimeSpan.FromSeconds(100 + i), () => captured.ToString());
            handle.Cancel();
            references[i] = new WeakReference(captured);
        }

        return references;
    }
}
