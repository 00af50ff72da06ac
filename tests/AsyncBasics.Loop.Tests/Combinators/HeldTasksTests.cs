using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>
/// The tasks that gather makes of coroutines are held by it, and have no place of their own among all tasks. Nobody must be able to tell.
/// </summary>
public sealed class HeldTasksTests
{
    [Fact]
    public void AllTasks_HasEachOnce_InTheOrderInWhichTheyWereMade() => VirtualTime.Run(async () =>
    {
        LoopTask before = CreateTask(Sleep(5), name: "before");
        var never = new LoopEvent();
        Coroutine twice = Wait(never);
        Future gather = Gather(twice, Sleep(3), Wait(never), twice, Sleep(1));
        LoopTask after = CreateTask(Sleep(5), name: "after");

        string[] atOnce = Names();
        await Sleep(0.5);
        string[] asleep = Names();
        await Sleep(1);
        string[] later = Names();

        Assert.Equal(["main", "before", "Wait", "Sleep", "Wait", "Sleep", "after"], atOnce);
        Assert.Equal(atOnce, asleep);
        Assert.Equal(["main", "before", "Wait", "Sleep", "Wait", "after"], later);
        never.Set();
        await gather;
        await Gather(before, after);
        Assert.Equal(["main"], Names());
    });

    [Fact]
    public void AnEagerOne_IsThereWhenItBegins()
    {
        List<int> seen = [];
        Run(Begin(), new EventLoopOptions { Clock = new VirtualClock(), EagerTasks = true });

        Assert.Equal([2, 3, 1], seen);

        async Coroutine Begin()
        {
            await Gather(Look(), Look());
            seen.Add(AllTasks().Count);
        }

        async Coroutine Look()
        {
            seen.Add(AllTasks().Count);
            await Sleep(1);
        }
    }

    [Fact]
    public void AfterTheFirstError_TheSiblingsAreStillThere() => VirtualTime.Run(async () =>
    {
        var released = new LoopEvent();
        Future gather = Gather(Wait(released), Fail(), Wait(released));
        await Awaiting.Throws<FormatException>(gather);

        string[] left = Names();
        released.Set();
        await Sleep(0);
        await Sleep(0);

        Assert.Equal(["main", "Wait", "Wait"], left);
        Assert.Equal(["main"], Names());
    });

    [Fact]
    public void WhenTheRunEnds_TheyAreCancelled()
    {
        int cancelled = 0;
        Run(Main(), new EventLoopOptions { Clock = new VirtualClock(), OnReport = _ => { } });

        Assert.Equal(40, cancelled);

        async Coroutine Main()
        {
            _ = Gather(Enumerable.Range(0, 40).Select(_ => Count()));
            await Sleep(0);
        }

        async Coroutine Count()
        {
            try
            {
                await new Future<bool>();
            }
            catch (OperationCanceledException)
            {
                cancelled++;
                throw;
            }
        }
    }

    [Fact]
    public void ADeadlock_NamesThem()
    {
        DeadlockException deadlock = Assert.Throws<DeadlockException>(() => VirtualTime.Run(async () =>
        {
            var never = new LoopEvent();
            await Gather(Wait(never), Wait(never));
        }));

        Assert.Equal(["Task-1", "Task-2", "Task-3"], deadlock.Waiters.Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public void AGatherThatWasNeverMade_LetsGoOfThoseThatItHadMade() => VirtualTime.Run(async () =>
    {
        static IEnumerable<Coroutine> Break()
        {
            yield return Sleep(0);
            yield return Sleep(1);
            throw new FormatException();
        }

        Assert.Throws<FormatException>(() => { _ = Gather(Break()); });
        string[] made = Names();
        await Sleep(2);

        Assert.Equal(["main", "Sleep", "Sleep"], made);
        Assert.Equal(["main"], Names());
        Assert.Equal(0, EventLoop.Running.Tasks.Lists);
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AGatherThatHasEnded_HoldsNothing(bool fails) => VirtualTime.Run(async () =>
    {
        for (int round = 0; round < 3; round++)
        {
            Future gather = Gather(Sleep(1), fails ? Fail() : Sleep(0));
            await Sleep(2);
            _ = gather.Exception;
        }

        Assert.Equal(0, EventLoop.Running.Tasks.Lists);
        Assert.Equal(["main"], Names());
    });

    [Fact]
    public void ATimerThatIsLeftBehind_WakesNobodyInTheNextGather() => VirtualTime.Run(async () =>
    {
        Future first = Gather(Sleep(10), Sleep(20));
        await Sleep(1);
        // A cancelled timer goes when it is the next: this one comes before.
        EventLoop.Running.CallLater(TimeSpan.FromSeconds(5), () => { });
        first.Cancel();
        await Awaiting.Throws<CancelledException>(first);
        Assert.Equal(1, EventLoop.Running.Tasks.Lists);

        double[] woken = await Gather(Enumerable.Range(0, 3).Select(_ => SleepUntil(30)));

        Assert.Equal([30, 30, 30], woken);
        Assert.Equal(0, EventLoop.Running.Tasks.Lists);
    });

    [Fact]
    public void ASleeperThatIsCancelledAfterTheFirstError_LeavesNothing() => VirtualTime.Run(async () =>
    {
        Future gather = Gather(Sleep(10), Fail(), Sleep(20));
        await Awaiting.Throws<FormatException>(gather);

        foreach (LoopTask left in AllTasks().Where(task => task != CurrentTask).ToArray())
        {
            left.Cancel();
        }

        await Sleep(30);
        Assert.Equal(["main"], Names());
        Assert.Equal(0, EventLoop.Running.Tasks.Lists);
    });

    [Fact]
    public void ASleeperThatGoesOnAfterACancellation_IsNotWokenByTheTimerItLeft() => VirtualTime.Run(async () =>
    {
        Future<double[]> gather = Gather(SleepAgain(), SleepAgain());
        LoopTask second = AllTasks()[^1];
        await Sleep(1);
        second.Cancel();

        double[] woken = await gather;

        Assert.Equal([10, 21], woken);

        static async Coroutine<double> SleepAgain()
        {
            try
            {
                await Sleep(10);
            }
            catch (OperationCanceledException)
            {
                CurrentTask!.Uncancel();
                await Sleep(20);
            }

            return Time();
        }
    });

    [Fact]
    public void ASleeperThatIsCancelledAfterTheFirstError_LeavesTheOthersAsleep() => VirtualTime.Run(async () =>
    {
        Future gather = Gather(Sleep(10), Fail(), Sleep(20));
        await Awaiting.Throws<FormatException>(gather);

        AllTasks().First(task => task != CurrentTask).Cancel();
        await Sleep(15);

        Assert.Equal(["main", "Sleep"], Names());
        await Sleep(10);
        Assert.Equal(["main"], Names());
        Assert.Equal(0, EventLoop.Running.Tasks.Lists);
    });

    [Fact]
    public void AfterTheFirstError_ASleeperWakesInTime_AndSleepsAgain() => VirtualTime.Run(async () =>
    {
        List<double> woken = [];
        Future gather = Gather(SleepTwice(), Fail(), SleepTwice());
        await Awaiting.Throws<FormatException>(gather);
        await Sleep(5);

        Assert.Equal([2, 2, 3, 3], woken);
        Assert.Equal(0, EventLoop.Running.Tasks.Lists);

        async Coroutine SleepTwice()
        {
            await Sleep(2);
            woken.Add(Time());
            await Sleep(1);
            woken.Add(Time());
        }
    });

    [Fact]
    public void ManyGathersAtOnce_AllSleepAndWake() => VirtualTime.Run(async () =>
    {
        const int Gathers = 1500;
        Future<double[]>[] gathers = [.. Enumerable.Range(1, Gathers).Select(seconds => Gather(SleepUntil(seconds), SleepUntil(seconds)))];
        Assert.Equal(1 + (2 * Gathers), AllTasks().Count);
        await Sleep(0);
        Assert.Equal(1 + (2 * Gathers), AllTasks().Count);

        for (int i = 0; i < Gathers; i++)
        {
            double[] woken = await gathers[i];
            Assert.Equal([i + 1, i + 1], woken);
        }

        Assert.Equal(["main"], Names());
    });

    [Theory]
    [InlineData(0, 0)]
    [InlineData(7, 12_345)]
    [InlineData(1023, 1_048_575)]
    public void ANumber_SaysWhichListAndWhereInIt(int list, int index)
    {
        int slot = HeldSlot.Of(list, index);

        Assert.True(HeldSlot.Is(slot));
        Assert.Equal((list, index), (HeldSlot.ListOf(slot), HeldSlot.IndexOf(slot)));
    }

    [Theory]
    [InlineData(1024, 0)]
    [InlineData(0, 1_048_576)]
    public void WhereThereIsNoNumber_TheTaskHasAPlaceOfItsOwn(int list, int index) =>
        Assert.Equal(TaskRegistry.NoSlot, HeldSlot.Of(list, index));

    private static async Coroutine<double> SleepUntil(double time)
    {
        await Sleep(time - Time());
        return Time();
    }

    private static string[] Names() =>
        [.. AllTasks().Select(task => ReferenceEquals(task, CurrentTask) ? "main" : task.Name.StartsWith("Task-", StringComparison.Ordinal) ? task.CoroutineName : task.Name)];

    private static async Coroutine Wait(LoopEvent awaited) => await awaited.Wait();

    private static async Coroutine Fail()
    {
        await Sleep(0);
        throw new FormatException();
    }
}
