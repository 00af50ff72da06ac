using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>
/// How many iterations later the awaiter runs again. Each figure was measured on CPython 3.13.0 with the same construction: a callback that
/// counts and queues itself again while the case is awaited. 3.11.7 gives the same but for gather of a future that is done (2) and
/// wait_for (3).
/// </summary>
public sealed class IterationCountTests
{
    public static TheoryData<string, int> Awaits => new()
    {
        { "a coroutine", 0 },
        { "a future that is done", 0 },
        { "gather of nothing", 0 },
        { "gather of a future that is done", 0 },
        { "shield of a future that is done", 0 },
        { "wait_for a trivial coroutine", 0 },
        { "Sleep(0)", 1 },
        { "Sleep(-1)", 1 },
        { "a new task", 2 },
        { "a future that a callback sets", 2 },
        { "wait for a future that is done", 2 },
        { "wait_for a trivial task", 2 },
        { "a new task that sleeps 0", 3 },
        { "gather of one trivial coroutine", 3 },
        { "gather of two trivial coroutines", 3 },
        { "gather of outcomes", 3 },
        { "gather whose first coroutine fails", 3 },
        { "wait for one trivial task", 3 },
        { "wait for the first of two tasks", 3 },
        { "shield of a trivial coroutine", 3 },
        { "a new task that cancels itself and sleeps", 3 },
        { "a new task that cancels itself and sleeps 0", 3 },
        { "a new task that cancels itself and awaits a future", 3 },
        { "a task that awaits a new task", 4 },
        { "gather inside gather", 4 },
    };

    [Theory]
    [MemberData(nameof(Awaits))]
    public void Awaiting(string what, int iterations) => VirtualTime.Run(async () =>
        Assert.Equal(iterations, await Iterations.Of(() => Await(what))));

    [Fact]
    public void Sleep_ThatIsDueInTheNextIteration_TakesTwo() => VirtualTime.Run(async () =>
    {
        LoopTask<int> sleeper = CreateTask(Iterations.Of(() => Sleep(1)));
        EventLoop.Running.CallSoon(() => EventLoop.Running.Block(TimeSpan.FromSeconds(5)));

        Assert.Equal(2, await sleeper);
    });

    [Fact]
    public void CancellingASleepingTask_AndAwaitingIt_TakesTwo() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(Sleep(100));
        await Turns(2);

        Assert.Equal(2, await CancelAndAwait(task));
    });

    [Fact]
    public void CancellingATaskThatHasNotStarted_AndAwaitingIt_TakesOne() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(Sleep(100));

        Assert.Equal(1, await CancelAndAwait(task));
    });

    [Fact]
    public void CancellingATaskThatAwaitsAFuture_AndAwaitingIt_TakesTwo() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(AwaitPending());
        await Turns(4);

        Assert.Equal(2, await CancelAndAwait(task));
    });

    [Fact]
    public void CancellingAGather_AndAwaitingIt_TakesThree() => VirtualTime.Run(async () =>
    {
        Future gather = Gather(Sleep(100));
        await Turns(4);

        Assert.Equal(3, await CancelAndAwait(gather));
    });

    [Fact]
    public void CancellingAChildOfAGather_AndAwaitingTheGather_TakesThree() => VirtualTime.Run(async () =>
    {
        LoopTask child = CreateTask(Sleep(100));
        Future gather = Gather(child);
        await Turns(4);

        Assert.Equal(3, await Iterations.Of(async () =>
        {
            child.Cancel();
            await AwaitQuietly(gather);
        }));
    });

    [Fact]
    public void CancellingATaskInsideAGather_AndAwaitingIt_TakesFour() => VirtualTime.Run(async () =>
    {
        async Coroutine InGather() => await Gather(Sleep(100));
        LoopTask task = CreateTask(InGather());
        await Turns(5);

        Assert.Equal(4, await CancelAndAwait(task));
    });

    [Theory]
    [InlineData(1, 3)]
    [InlineData(3, 5)]
    [InlineData(10, 12)]
    public void CancellingAChainOfTasks_UnwindsOneHopPerLevel(int depth, int iterations) => VirtualTime.Run(async () =>
    {
        async Coroutine Chain(int n)
        {
            if (n == 0)
            {
                await Sleep(100);
            }
            else
            {
                await CreateTask(Chain(n - 1));
            }
        }

        LoopTask task = CreateTask(Chain(depth));
        await Turns(depth + 3);

        Assert.Equal(iterations, await CancelAndAwait(task));
    });

    [Fact]
    public void CancellingTheOneWhoWaitsForAShield_TakesTwo() => VirtualTime.Run(async () =>
    {
        LoopTask inner = CreateTask(Sleep(1));
        async Coroutine Shielded() => await Shield(inner);
        LoopTask task = CreateTask(Shielded());
        await Turns(3);

        Assert.Equal(2, await CancelAndAwait(task));
        await inner;
    });

    private static async Coroutine Await(string what)
    {
        switch (what)
        {
            case "a coroutine":
                await Trivial();
                break;
            case "a future that is done":
                await Done();
                break;
            case "gather of nothing":
                await Gather(new List<Coroutine>());
                break;
            case "gather of a future that is done":
                await Gather([Done()]);
                break;
            case "shield of a future that is done":
                await Shield(Done());
                break;
            case "wait_for a trivial coroutine":
                await WaitFor(Trivial(), 1);
                break;
            case "Sleep(0)":
                await Sleep(0);
                break;
            case "Sleep(-1)":
                await Sleep(-1);
                break;
            case "a new task":
                await CreateTask(Trivial());
                break;
            case "a future that a callback sets":
                var future = new Future<int>();
                EventLoop.Running.CallSoon(() => future.SetResult(1));
                await future;
                break;
            case "wait for a future that is done":
                await Wait([Done()]);
                break;
            case "wait_for a trivial task":
                await WaitFor(CreateTask(Trivial()), 1);
                break;
            case "a new task that sleeps 0":
                await CreateTask(Sleep(0));
                break;
            case "gather of one trivial coroutine":
                await Gather(Trivial());
                break;
            case "gather of two trivial coroutines":
                await Gather(Trivial(), Trivial());
                break;
            case "gather of outcomes":
                await GatherOutcomes(Trivial());
                break;
            case "gather whose first coroutine fails":
                await AwaitQuietly(Gather(Fail(), Sleep(0)));
                break;
            case "wait for one trivial task":
                await Wait([CreateTask(Trivial())]);
                break;
            case "wait for the first of two tasks":
                await Wait([CreateTask(Trivial()), (LoopTask)CreateTask(Sleep(0))], FirstCompleted);
                break;
            case "shield of a trivial coroutine":
                await Shield(Trivial());
                break;
            case "a new task that cancels itself and sleeps":
                await AwaitQuietly(CreateTask(CancelItself(() => Sleep(100))));
                break;
            case "a new task that cancels itself and sleeps 0":
                await AwaitQuietly(CreateTask(CancelItself(() => Sleep(0))));
                break;
            case "a new task that cancels itself and awaits a future":
                await AwaitQuietly(CreateTask(CancelItself(AwaitPending)));
                break;
            case "a task that awaits a new task":
                await CreateTask(AwaitTask());
                break;
            case "gather inside gather":
                await Gather([Gather(Trivial()), Gather(Trivial())]);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(what), what, "There is no such case.");
        }
    }

    private static Coroutine<int> CancelAndAwait(Future future) => Iterations.Of(async () =>
    {
        future.Cancel();
        await AwaitQuietly(future);
    });

    private static async Coroutine AwaitQuietly(Future future)
    {
        try
        {
            await future;
        }
        catch (Exception e) when (e is CancelledException or ExpectedException)
        {
        }
    }

    private static async Coroutine<int> Trivial() => 1;

    private static async Coroutine Fail() => throw new ExpectedException();

    private static async Coroutine AwaitTask() => await CreateTask(Trivial());

    private static async Coroutine AwaitPending() => await new Future<int>();

    private static async Coroutine CancelItself(Func<Coroutine> wait)
    {
        CurrentTask!.Cancel();
        await wait();
    }

    private static async Coroutine Turns(int count)
    {
        for (int i = 0; i < count; i++)
        {
            await Sleep(0);
        }
    }

    private static Future<int> Done()
    {
        var future = new Future<int>();
        future.SetResult(1);
        return future;
    }
}
