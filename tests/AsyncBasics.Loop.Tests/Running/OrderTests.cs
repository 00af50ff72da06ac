using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class OrderTests
{
    [Fact]
    public void ATask_DoesNotRunBeforeItsCreatorWaits() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        async Coroutine Other() => log.Add("other");
        LoopTask task = CreateTask(Other());
        log.Add("created");
        Assert.False(task.Done);
        await task;

        Assert.Equal(["created", "other"], log);
    });

    [Fact]
    public void Tasks_TakeTheirFirstStepsInTheOrderOfTheirCreation() => VirtualTime.Run(async () =>
    {
        List<int> log = [];
        async Coroutine Log(int n) => log.Add(n);
        LoopTask[] tasks = [.. Enumerable.Range(0, 100).Select(n => CreateTask(Log(n)))];
        await Gather(tasks);

        Assert.Equal(Enumerable.Range(0, 100), log);
    });

    [Fact]
    public void TasksAndCallbacks_StandInOneQueue() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        async Coroutine Log(string text) => log.Add(text);
        _ = CreateTask(Log("task 1"));
        EventLoop.Running.CallSoon(() => log.Add("callback 1"));
        _ = CreateTask(Log("task 2"));
        EventLoop.Running.CallSoon(() => log.Add("callback 2"));
        await Sleep(0);

        Assert.Equal(["task 1", "callback 1", "task 2", "callback 2"], log);
    });

    [Fact]
    public void TasksThatYield_TakeTurns() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        async Coroutine Worker(string name)
        {
            for (int i = 0; i < 3; i++)
            {
                log.Add($"{name}{i}");
                await Sleep(0);
            }
        }

        await Gather(Worker("A"), Worker("B"), Worker("C"));
        Assert.Equal(["A0", "B0", "C0", "A1", "B1", "C1", "A2", "B2", "C2"], log);
    });

    [Fact]
    public void AwaitingACoroutine_DoesNotYield() => VirtualTime.Run(async () =>
    {
        List<string> log = [];
        EventLoop.Running.CallSoon(() => log.Add("others"));
        async Coroutine Inner() => log.Add("inner");
        for (int i = 0; i < 3; i++)
        {
            await Inner();
        }

        log.Add("outer");
        await Sleep(0);
        Assert.Equal(["inner", "inner", "inner", "outer", "others"], log);
    });

    [Fact]
    public void AwaitingATaskThatHasEnded_DoesNotYield() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(Sleep(1));
        await Sleep(2);
        bool othersRan = false;
        EventLoop.Running.CallSoon(() => othersRan = true);
        await task;
        await task;

        Assert.False(othersRan);
    });

    [Fact]
    public void TwoRunsOfOneProgram_AreAlike()
    {
        List<string> Program()
        {
            List<string> log = [];
            VirtualTime.Run(async () =>
            {
                async Coroutine<int> Worker(int n)
                {
                    for (int i = 0; i < 5; i++)
                    {
                        await Sleep(n * 7919 % 13 / 4.0);
                        log.Add($"{n} {i} {Time()}");
                    }

                    return n;
                }

                await Gather(Enumerable.Range(0, 30).Select(Worker));
            });
            return log;
        }

        List<string> first = Program();
        for (int i = 0; i < 10; i++)
        {
            Assert.Equal(first, Program());
        }
    }
}
