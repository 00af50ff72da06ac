using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>
/// The first steps of the tasks that gather makes stand in the ready queue together. Nobody must be able to tell: each has its turn where one of
/// its own would be.
/// </summary>
public sealed class FirstStepsTests
{
    private readonly List<string> _log = [];

    [Fact]
    public void WhatIsQueuedBetweenThem_StaysBetweenThem() => VirtualTime.Run(async () =>
    {
        await Gather("abcd".Select(letter =>
        {
            if (letter == 'b')
            {
                CreateTask(Log("task"));
            }
            else if (letter == 'd')
            {
                EventLoop.Running.CallSoon(() => _log.Add("call"));
            }

            return Log(letter.ToString());
        }));

        Assert.Equal(["a", "task", "b", "c", "call", "d"], _log);
    });

    [Fact]
    public void OneThatIsGivenTwice_BeginsOnce() => VirtualTime.Run(async () =>
    {
        Coroutine twice = Log("b");

        await Gather(Log("a"), twice, twice, Log("c"), twice, Log("d"));

        Assert.Equal(["a", "b", "c", "d"], _log);
    });

    [Fact]
    public void WhatAStepQueues_ComesAfterThem() => VirtualTime.Run(async () =>
    {
        async Coroutine Queue(string name)
        {
            _log.Add(name);
            EventLoop.Running.CallSoon(() => _log.Add($"call of {name}"));
            await Sleep(0);
            _log.Add($"{name} again");
        }

        await Gather(Queue("a"), Queue("b"));

        Assert.Equal(["a", "b", "call of a", "a again", "call of b", "b again"], _log);
    });

    [Fact]
    public void AGatherInside_BeginsATurnLater() => VirtualTime.Run(async () =>
    {
        async Coroutine Nest(string name)
        {
            _log.Add(name);
            await Gather(Log($"{name}1"), Log($"{name}2"));
            _log.Add($"{name} end");
        }

        await Gather(Nest("a"), Nest("b"), Log("c"));

        Assert.Equal(["a", "b", "c", "a1", "a2", "b1", "b2", "a end", "b end"], _log);
    });

    [Fact]
    public void TwoGathers_BeginOneAfterTheOther() => VirtualTime.Run(async () =>
    {
        Future first = Gather(Log("a"), Log("b"));
        Future second = Gather(Log("c"), Log("d"));
        await second;
        await first;

        Assert.Equal(["a", "b", "c", "d"], _log);
    });

    [Fact]
    public void OneThatIsCancelledByAnother_DoesNotBegin() => VirtualTime.Run(async () =>
    {
        async Coroutine CancelNext()
        {
            _log.Add("a");
            AllTasks()[^1].Cancel();
            await Sleep(0);
        }

        await Awaiting.Throws<CancelledException>(Gather(CancelNext(), Log("b"), Log("c")));

        Assert.Equal(["a", "b"], _log);
    });

    [Fact]
    public void AfterStop_TheIterationIsRunToItsEnd()
    {
        using var loop = new EventLoop(new EventLoopOptions { Clock = new VirtualClock() });
        async Coroutine StopIt()
        {
            _log.Add("a");
            loop.Stop();
            await Sleep(0);
            _log.Add("a again");
        }

        loop.CallSoon(() => _ = Gather(StopIt(), Log("b")));
        loop.RunForever();
        string[] untilStop = [.. _log];
        loop.CallSoon(loop.Stop);
        loop.RunForever();

        Assert.Equal(["a", "b"], untilStop);
        Assert.Equal(["a", "b", "a again"], _log);
    }

    [Fact]
    public void ThoseThatBeginWhileOthersAreMade_LeaveNoneOut() => VirtualTime.Run(async () =>
    {
        var released = new LoopEvent();
        Future gather = Gather("abc".Select(letter =>
        {
            if (letter != 'a')
            {
                RunTurnInside();
            }

            return LogAndWait(letter.ToString());
        }));
        await Sleep(0);
        released.Set();
        await gather;

        Assert.Equal(["a", "b", "c"], _log);

        async Coroutine LogAndWait(string what)
        {
            _log.Add(what);
            await released.Wait();
        }

        // As a host does whose work waits in the middle of a turn.
        static void RunTurnInside()
        {
            LoopThread thread = LoopThread.Current;
            (LoopTask? task, int room) = (thread.Task, thread.Room);
            EventLoop.Running.RunTurn();
            (thread.Task, thread.Room) = (task, room);
        }
    });

    [Fact]
    public void ManyOfThem_TakeNoPlacesInTheQueue() => VirtualTime.Run(async () =>
    {
        const int Count = 100_000;
        EventLoop loop = EventLoop.Running;
        int end = loop.ReadyEnd;

        Future gather = Gather(Enumerable.Range(0, Count).Select(_ => Sleep(0)));

        Assert.Equal(end + 1, loop.ReadyEnd);
        await gather;
    });

    private async Coroutine Log(string what)
    {
        _log.Add(what);
        await Sleep(0);
    }
}
