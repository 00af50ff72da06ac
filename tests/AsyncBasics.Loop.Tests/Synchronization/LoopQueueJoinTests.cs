using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class LoopQueueJoinTests
{
    [Fact]
    public void TaskDone_WithoutAnItem_IsAnError()
    {
        var queue = new LoopQueue<int>();

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(queue.TaskDone);

        Assert.StartsWith("task_done() called too many times", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TaskDone_OncePerItem_IsAllowed()
    {
        var queue = new LoopQueue<int>();
        queue.PutNowait(1);
        queue.PutNowait(2);

        queue.TaskDone();
        queue.TaskDone();

        Assert.Throws<InvalidOperationException>(queue.TaskDone);
    }

    [Fact]
    public void Join_OfAFreshQueue_DoesNotGiveUpTheTurn() => VirtualTime.Run(async () =>
        Assert.Equal(0, await Turns.Of(new LoopQueue<int>().Join())));

    [Fact]
    public void Join_WaitsUntilTheWorkIsDone_NotOnlyTakenOut() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>();
        int sum = 0;
        LoopTask[] workers = [CreateTask(Work()), CreateTask(Work())];
        for (int i = 1; i <= 10; i++)
        {
            queue.PutNowait(i);
        }

        await queue.Join();

        Assert.Equal(55, sum);
        Assert.Equal(5, Time());
        foreach (LoopTask worker in workers)
        {
            worker.Cancel();
        }

        async Coroutine Work()
        {
            while (true)
            {
                int item = await queue.Get();
                await Sleep(1);
                sum += item;
                queue.TaskDone();
            }
        }
    });

    [Fact]
    public void Join_ByMany_WakesAllInTheOrderInWhichTheyCame() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>();
        List<string> log = [];
        queue.PutNowait(1);
        LoopTask[] tasks = [CreateTask(Join("A")), CreateTask(Join("B"))];
        await Sleep(0);

        queue.TaskDone();
        await Gather(tasks);

        Assert.Equal(["A", "B"], log);

        async Coroutine Join(string name)
        {
            await queue.Join();
            log.Add(name);
        }
    });

    [Fact]
    public void Join_WithNewItemsBeforeItsTurn_GoesOnAllTheSame() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>();
        queue.PutNowait(1);
        LoopTask joiner = CreateTask(queue.Join());
        await Sleep(0);

        queue.TaskDone();
        queue.PutNowait(2);
        await joiner;

        Assert.Equal("<Queue [2, unfinished:1]>", queue.ToString());
    });

    [Fact]
    public void Cancel_OfAJoin_LeavesTheOthers() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>();
        queue.PutNowait(1);
        LoopTask a = CreateTask(queue.Join()), b = CreateTask(queue.Join());
        await Sleep(0);

        a.Cancel();
        await Awaiting.Throws<CancelledException>(a);
        queue.TaskDone();

        await b;
    });

    [Fact]
    public void Join_AgainAfterMoreWork_WaitsAgain() => VirtualTime.Run(async () =>
    {
        var queue = new LoopQueue<int>();
        for (int round = 1; round <= 2; round++)
        {
            queue.PutNowait(round);
            EventLoop.Running.CallLater(TimeSpan.FromSeconds(1), queue.TaskDone);

            await queue.Join();

            Assert.Equal(round, Time());
        }
    });
}
