using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>
/// The tasks that gather makes of coroutines are held by it, and have no place of their own among all tasks until they sleep. Nobody must be
/// able to tell.
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
        Assert.Equal(0, EventLoop.Running.Tasks.Holders);
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

        Assert.Equal(0, EventLoop.Running.Tasks.Holders);
        Assert.Equal(["main"], Names());
    });

    private static string[] Names() =>
        [.. AllTasks().Select(task => ReferenceEquals(task, CurrentTask) ? "main" : task.Name.StartsWith("Task-", StringComparison.Ordinal) ? task.CoroutineName : task.Name)];

    private static async Coroutine Wait(LoopEvent awaited) => await awaited.Wait();

    private static async Coroutine Fail()
    {
        await Sleep(0);
        throw new FormatException();
    }
}
