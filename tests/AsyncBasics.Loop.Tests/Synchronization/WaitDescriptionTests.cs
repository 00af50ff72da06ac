using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>What a deadlock says of those who wait at a primitive.</summary>
public sealed class WaitDescriptionTests
{
    [Fact]
    public void Lock_NamesItsHolder()
    {
        var mutex = new LoopLock();

        Assert.Equal(
            ["Task-1 (Main) waits for task B (Acquire)", "A (Wait) waits for an event", "B (Acquire) waits for a lock held by task A (Hold)"],
            WaitersOf(Main));

        async Coroutine Main()
        {
            _ = CreateTask(Hold(), name: "A");
            await CreateTask(mutex.Acquire(), name: "B");
        }

        async Coroutine Hold()
        {
            using (await mutex.Acquire())
            {
                await new LoopEvent().Wait();
            }
        }
    }

    [Fact]
    public void Lock_SaysThatItsHolderHasEnded()
    {
        var mutex = new LoopLock { Name = "sink" };

        Assert.Equal(["Task-1 (Acquire) waits for lock 'sink' held by task Forgetful (Acquire), which has ended"], WaitersOf(Main));

        async Coroutine Main()
        {
            await CreateTask(mutex.Acquire(), name: "Forgetful");
            await mutex.Acquire();
        }
    }

    [Fact]
    public void TwoLocksTakenInDifferentOrder_AreSeen()
    {
        LoopLock knife = new() { Name = "knife" }, board = new() { Name = "board" };

        string[] waiters = WaitersOf(async () => await Gather(
            _ = CreateTask(Both(knife, board), name: "Ann"), CreateTask(Both(board, knife), name: "Bob")));

        Assert.Equal(
            ["Ann (Acquire) waits for lock 'board' held by task Bob (Both)", "Bob (Acquire) waits for lock 'knife' held by task Ann (Both)"],
            waiters[1..]);

        static async Coroutine Both(LoopLock first, LoopLock second)
        {
            using (await first.Acquire())
            {
                await Sleep(1);
                using (await second.Acquire())
                {
                }
            }
        }
    }

    [Fact]
    public void Semaphore_IsNamed() => Assert.Equal(
        ["Task-1 (Acquire) waits for semaphore 'tables'"],
        WaitersOf(async () => await new LoopSemaphore(0) { Name = "tables" }.Acquire()));

    [Fact]
    public void Condition_IsNamed()
    {
        Assert.Equal(["Task-1 (Wait) waits for a condition"], WaitersOf(Main));

        static async Coroutine Main()
        {
            var condition = new LoopCondition();
            await condition.Acquire();
            await condition.WaitFor(() => false);
        }
    }

    [Fact]
    public void Barrier_TellsHowManyHaveCome()
    {
        var barrier = new LoopBarrier(3);

        Assert.Equal("a barrier to which 2 of 3 have come", WaitersOf(async () =>
        {
            _ = CreateTask(barrier.Wait());
            await barrier.Wait();
        })[0][("Task-1 (Wait) waits for ".Length)..]);
    }

    [Fact]
    public void Queue_TellsWhatIsWaitedFor()
    {
        var jobs = new LoopQueue<int>(1) { Name = "jobs" };

        Assert.Equal(
            [
                "Task-1 (Join) waits for queue 'jobs' to be finished with, unfinished:1",
                "Task-2 (Put) waits for room in queue 'jobs' of size 1",
                "Task-3 (Get) waits for an item from a queue",
            ],
            WaitersOf(async () =>
            {
                jobs.PutNowait(1);
                _ = CreateTask(jobs.Put(2));
                _ = CreateTask(new LoopQueue<int>().Get());
                await jobs.Join();
            }));
    }

    [Fact]
    public void Channel_TellsWhatIsWaitedFor()
    {
        (SendChannel<int> sender, ReceiveChannel<int> receiver) = OpenChannel<int>(0, name: "numbers");
        (SendChannel<int> open, ReceiveChannel<int> empty) = OpenChannel<int>(0);

        Assert.Equal(
            [
                "Task-1 (Receive) waits for somebody to send to a channel, open sending ends:1",
                "Task-2 (Send) waits for somebody to receive from channel 'numbers', open receiving ends:1",
            ],
            WaitersOf(async () =>
            {
                _ = CreateTask(sender.Send(1));
                await empty.Receive();
            }));
        Assert.False(open.Closed || receiver.Closed);
    }

    [Fact]
    public void Observer_KeepsWhatItWasShown()
    {
        var observer = new KeepsWaits();
        VirtualTime.Run(
            async () =>
            {
                var first = new LoopEvent { Name = "first" };
                var second = new LoopEvent { Name = "second" };
                EventLoop.Running.CallLater(TimeSpan.FromSeconds(1), first.Set);
                EventLoop.Running.CallLater(TimeSpan.FromSeconds(2), second.Set);
                await first.Wait();
                await second.Wait();
            },
            observer);

        Assert.Equal(2, observer.Futures.Distinct().Count());
        Assert.Equal(["event 'first'", "event 'second'"], observer.Futures.Select(future => new WaitReason(WaitKind.Future, future).ToString()));
    }

    private static string[] WaitersOf(Func<Coroutine> main)
    {
        using EventLoop loop = VirtualTime.NewLoop();
        DeadlockException deadlock = Assert.Throws<DeadlockException>(() => loop.RunUntilComplete(loop.CreateTask(main())));
        return [.. deadlock.Waiters];
    }

    private sealed class KeepsWaits : LoopObserver
    {
        public List<Future> Futures { get; } = [];

        public override void Suspended(LoopTask task, WaitReason reason) => Futures.Add(reason.Future!);
    }
}
