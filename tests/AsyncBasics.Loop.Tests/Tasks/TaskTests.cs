using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class TaskTests
{
    [Fact]
    public void ATask_HasTheNameThatItIsGiven_OrANumber() => VirtualTime.Run(async () =>
    {
        Assert.Equal("Task-1", CurrentTask!.Name);
        LoopTask named = CreateTask(Sleep(1), "sleeper"), numbered = CreateTask(Sleep(1));
        Assert.Equal("sleeper", named.Name);
        Assert.Equal("Task-3", numbered.Name);
        numbered.Name = "renamed";
        Assert.Equal("renamed", numbered.Name);
        Assert.Throws<ArgumentNullException>(() => numbered.Name = null!);
        Assert.Equal("<Task pending name='sleeper' coro=<Sleep>>", named.ToString());
        await Gather(named, numbered);
        Assert.Equal("<Task finished name='sleeper' coro=<Sleep>>", named.ToString());
    });

    [Fact]
    public void CurrentTask_IsTheOneWhoseStepRuns() => VirtualTime.Run(async () =>
    {
        LoopTask main = CurrentTask!;
        async Coroutine<LoopTask?> Inner()
        {
            await Sleep(1);
            return CurrentTask;
        }

        Assert.Same(main, await Inner());
        LoopTask<LoopTask?> task = CreateTask(Inner());
        Assert.Same(task, await task);
        var callback = new Future<LoopTask?>();
        EventLoop.Running.CallSoon(() => callback.SetResult(CurrentTask));
        Assert.Null(await callback);
    });

    [Fact]
    public void AllTasks_AreThoseThatHaveNotEnded_InTheOrderOfTheirCreation() => VirtualTime.Run(async () =>
    {
        LoopTask[] tasks = [.. Enumerable.Range(0, 20).Select(n => CreateTask(Sleep(1 + (n * 7 % 20)), $"{n}"))];
        Assert.Equal(["Task-1", .. tasks.Select(task => task.Name)], AllTasks().Select(task => task.Name));
        await Sleep(10.5);

        Assert.Equal(["Task-1", .. tasks.Where(task => !task.Done).Select(task => task.Name)], AllTasks().Select(task => task.Name));
        await Gather(tasks);
        Assert.Equal([CurrentTask!], AllTasks());
    });

    [Fact]
    public void States() => VirtualTime.Run(async () =>
    {
        async Coroutine<int> Give()
        {
            await Sleep(1);
            return 3;
        }

        async Coroutine<int> Fail()
        {
            await Sleep(1);
            throw new ExpectedException();
        }

        LoopTask<int> succeeded = CreateTask(Give()), failed = CreateTask(Fail()), cancelled = CreateTask(Give());
        Assert.Equal("Result is not ready.", Assert.Throws<InvalidStateException>(() => succeeded.Result).Message);
        Assert.Equal("Exception is not set.", Assert.Throws<InvalidStateException>(() => failed.Exception).Message);
        cancelled.Cancel();
        await Wait([succeeded, failed, cancelled]);

        Assert.Equal([FutureState.Succeeded, FutureState.Failed, FutureState.Cancelled],
            new[] { succeeded, failed, cancelled }.Select(task => task.State));
        Assert.Equal(3, succeeded.Result);
        Assert.Null(succeeded.Exception);
        Assert.IsType<ExpectedException>(failed.Exception);
        Assert.Throws<ExpectedException>(() => failed.Result);
        Assert.Throws<CancelledException>(() => cancelled.Result);
    });

    [Fact]
    public void ATask_CanBeAwaitedByMany_AndAgain() => VirtualTime.Run(async () =>
    {
        async Coroutine<int> Give()
        {
            await Sleep(1);
            return 3;
        }

        LoopTask<int> task = CreateTask(Give());
        async Coroutine<int> Waiter() => await task;
        int[] results = await Gather(Waiter(), Waiter(), Waiter());
        Assert.Equal([3, 3, 3], results);
        Assert.Equal(3, await task);
        Assert.Equal(3, await task);
    });

    [Fact]
    public void InDebugMode_ATaskKnowsWhereItWasCreated()
    {
        Run(Main(), VirtualTime.Options(_ => { }) with { Debug = true });

        static async Coroutine Main()
        {
            LoopTask task = CreateTask(Sleep(0));
            await task;
            Assert.StartsWith($"Main in {nameof(TaskTests)}.cs:", task.CreatedAt, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void WithoutDebugMode_ItDoesNot() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(Sleep(0));
        await task;
        Assert.Null(task.CreatedAt);
    });

    [Fact]
    public void AHundredThousandTasks_ComeAndGo() => VirtualTime.Run(async () =>
    {
        long sum = 0;
        async Coroutine Add(int n)
        {
            await Sleep(n % 100);
            sum += n;
        }

        await Gather(Enumerable.Range(0, 100_000).Select(Add));
        Assert.Equal(100_000L * 99_999 / 2, sum);
        _ = Assert.Single(AllTasks());
    });

    [Fact]
    public void TheCallGraph_CanBeDrawnFromInsideAnEagerStep() => VirtualTime.Run(async () =>
    {
        string graph = "";
        async Coroutine Draws() => graph = FormatCallGraph();
        async Coroutine Inner()
        {
            await Sleep(1);
            await Innermost();
        }

        async Coroutine Innermost() => await Sleep(1);
        async Coroutine Outer()
        {
            await Inner();
            for (int i = 0; i < 10; i++)
            {
                // The frames that the task stood in have gone back to their pools, and are used by others.
                Coroutine unrelated = Innermost();
                LoopTask eager = CreateTask(Draws(), "eager", eager: true);
                await eager;
                Assert.Contains("outer: ", graph, StringComparison.Ordinal);
                await unrelated;
            }
        }

        await CreateTask(Outer(), "outer");
    });

    [Fact]
    public void EagerTasks_InsideEachOther_AtAnyDepth() => VirtualTime.Run(async () =>
    {
        // CPython 3.13 ends this in a RecursionError. Here the next one waits for its turn when the stack is used up.
        async Coroutine<int> Down(int depth) => depth == 0 ? 0 : await CreateTask(Down(depth - 1), eager: true) + 1;

        Assert.Equal(100_000, await Down(100_000));
    });

    [Fact]
    public void ATaskThatHasEnded_IsNotKeptAliveByTheFramesThatItUsed()
    {
        VirtualTime.Run(async () =>
        {
            async Coroutine Inner() => await Sleep(1);
            async Coroutine<byte[]> Outer()
            {
                await Inner();
                return new byte[1_000_000];
            }

            async Coroutine<WeakReference> RunAndForget()
            {
                LoopTask<byte[]> task = CreateTask(Outer());
                await task;
                return new WeakReference(task);
            }

            WeakReference reference = await RunAndForget();
            await Sleep(0);
            GC.Collect();
            Assert.False(reference.IsAlive);
        });
    }
}
