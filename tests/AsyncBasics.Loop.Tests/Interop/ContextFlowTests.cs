using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary><see cref="AsyncLocal{T}"/> behaves on the loop as Python's context variables do: a context for each task.</summary>
public sealed class ContextFlowTests
{
    private static readonly AsyncLocal<string?> s_local = new();

    [Fact]
    public void SetInACoroutineThatIsAwaitedInPlace_ItIsVisibleToTheCaller() => VirtualTime.Run(async () =>
    {
        async Coroutine Set(bool wait)
        {
            if (wait)
            {
                await Sleep(1);
            }

            s_local.Value = $"set, wait {wait}";
        }

        await Set(wait: false);
        Assert.Equal("set, wait False", s_local.Value);
        await Set(wait: true);
        Assert.Equal("set, wait True", s_local.Value);
        await Sleep(1);
        Assert.Equal("set, wait True", s_local.Value);
    });

    [Fact]
    public void SetInATask_ItIsNotVisibleOutside() => VirtualTime.Run(async () =>
    {
        s_local.Value = "main's";
        async Coroutine Set(string value)
        {
            Assert.Equal("main's", s_local.Value);
            s_local.Value = value;
            await Sleep(1);
            Assert.Equal(value, s_local.Value);
        }

        await Gather(Set("A"), Set("B"));
        Assert.Equal("main's", s_local.Value);
    });

    [Fact]
    public void ATask_SeesTheContextOfItsCreation() => VirtualTime.Run(async () =>
    {
        async Coroutine<string?> Get()
        {
            await Sleep(1);
            return s_local.Value;
        }

        s_local.Value = "first";
        LoopTask<string?> first = CreateTask(Get());
        s_local.Value = "second";
        LoopTask<string?> second = CreateTask(Get());
        s_local.Value = "third";

        Assert.Equal("first", await first);
        Assert.Equal("second", await second);
        Assert.Equal("third", await Get());
    });

    [Fact]
    public void ATaskMadeBeforeTheRun_SeesTheContextOfItsCreation()
    {
        s_local.Value = "when the loop was made";
        using EventLoop loop = VirtualTime.NewLoop();
        string? seen = null;
        async Coroutine Main() => seen = s_local.Value;
        LoopTask task = loop.CreateTask(Main());
        s_local.Value = "when the run began";
        loop.RunUntilComplete(task);

        Assert.Equal("when the loop was made", seen);
        Assert.Equal("when the run began", s_local.Value);
    }

    [Fact]
    public void ACoroutineMadeInAnotherContext_RunsInThatOfTheAwaiter() => VirtualTime.Run(async () =>
    {
        async Coroutine<string?> Get() => s_local.Value;
        s_local.Value = "when it was made";
        Coroutine<string?> coroutine = Get();
        s_local.Value = "when it was awaited";

        Assert.Equal("when it was awaited", await coroutine);
    });

    [Fact]
    public void NativeCode_GetsTheContext_AndKeepsItsChangesToItself() => VirtualTime.Run(async () =>
    {
        async Task<string?> Native()
        {
            string? before = s_local.Value;
            s_local.Value = "native";
            await Task.Yield();
            Assert.Equal("native", s_local.Value);
            return before;
        }

        s_local.Value = "main's";
        Assert.Equal("main's", await Native());
        Assert.Equal("main's", s_local.Value);
    });

    [Fact]
    public void NativeWaits_KeepTheContextOfTheTask() => VirtualTime.Run(async () =>
    {
        using IDisposable hold = EventLoop.Running.Hold();
        async Coroutine Worker(string name)
        {
            s_local.Value = name;
            for (int i = 0; i < 20; i++)
            {
                await Task.Run(() => s_local.Value = "the thread's");
                Assert.Equal(name, s_local.Value);
                await Task.Yield();
                Assert.Equal(name, s_local.Value);
                await Sleep(0);
                Assert.Equal(name, s_local.Value);
            }
        }

        await Gather(Worker("A"), Worker("B"), Worker("C"));
        Assert.Null(s_local.Value);
    });

    [Fact]
    public void AnEagerTask_DoesNotLeakIntoItsCreator() => VirtualTime.Run(async () =>
    {
        s_local.Value = "main's";
        async Coroutine Set()
        {
            s_local.Value = "the task's";
            await Sleep(1);
            Assert.Equal("the task's", s_local.Value);
        }

        LoopTask task = CreateTask(Set(), eager: true);
        Assert.Equal("main's", s_local.Value);
        await task;
        Assert.Equal("main's", s_local.Value);
    });

    [Fact]
    public void CallbacksBetweenSteps_DoNotLeakIntoATask() => VirtualTime.Run(async () =>
    {
        s_local.Value = "main's";
        for (int i = 0; i < 3; i++)
        {
            EventLoop.Running.CallSoon(() => s_local.Value = "a callback's");
            var future = new Future<int>();
            future.AddDoneCallback(_ => s_local.Value = "a done callback's");
            future.SetResult(1);
            EventLoop.Running.CallSoonThreadsafe(() => s_local.Value = "a post's");
            await Sleep(0);
            await Sleep(0);
            Assert.Equal("main's", s_local.Value);
        }
    });
}
