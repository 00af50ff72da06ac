using System.Runtime.CompilerServices;
using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>The pools of frames keep the place of each that is out; but what does not come back is not kept alive by them.</summary>
public sealed class FrameKeepingTests
{
    [Theory]
    [InlineData("made into a task at once")]
    [InlineData("made into a task after another was made")]
    [InlineData("made into a task after its step")]
    [InlineData("given to a task group")]
    [InlineData("gathered with one that fails")]
    [InlineData("gathered and looked at")]
    [InlineData("awaited by an ordinary async method")]
    [InlineData("run from another thread")]
    public void WhatHasBecomeATask_IsNotKeptByThePool(string how) => VirtualTime.Run(async () =>
    {
        await Call(3);

        WeakReference task = await BecomeTask(how);
        await Call(0);
        GC.Collect();

        Assert.False(task.IsAlive);
    });

    [Fact]
    public void WhatCameBackBeforeAnOlderOne_AndThenBecameATask_IsNotKeptByThePool() => VirtualTime.Run(async () =>
    {
        static async Coroutine Await(LoopEvent awaited) => await Until(awaited);

        static async Coroutine Until(LoopEvent awaited) => await awaited.Wait();

        static async Coroutine<WeakReference> BecomeTask()
        {
            var set = new LoopEvent();
            set.Set();
            LoopTask task = CreateTask(Until(set));
            await task;
            return new WeakReference(task);
        }

        LoopEvent[] events = [new(), new()];
        for (int round = 0; round < 2; round++)
        {
            LoopTask[] waiting = [.. events.Select(awaited => CreateTask(Await(awaited)))];
            await Sleep(1);
            events[0].Set();
            await waiting[0];
            if (round == 1)
            {
                WeakReference task = await BecomeTask();
                GC.Collect();
                Assert.False(task.IsAlive);
            }

            events[1].Set();
            await waiting[1];
            Array.ForEach(events, awaited => awaited.Clear());
        }
    });

    [Fact]
    public void WhatATaskStandsIn_IsNotKeptWhenItsLoopIsClosed()
    {
        WeakReference inside = LeaveATaskWaiting();
        GC.Collect();

        Assert.False(inside.IsAlive);
    }

    private static Coroutine<WeakReference> BecomeTask(string how) => how switch
    {
        "made into a task at once" => TaskAtOnce(),
        "made into a task after another was made" => TaskAfterAnother(),
        "made into a task after its step" => TaskAfterAStep(),
        "given to a task group" => TaskOfAGroup(),
        "gathered with one that fails" => TaskOfAFailedGather(),
        "gathered and looked at" => TaskThatWasLookedAt(),
        "awaited by an ordinary async method" => TaskForOrdinaryCode(),
        _ => TaskFromAnotherThread(),
    };

    private static async Coroutine<WeakReference> TaskAtOnce()
    {
        LoopTask<int> task = CreateTask(Call(1));
        await task;
        return new WeakReference(task);
    }

    private static async Coroutine<WeakReference> TaskAfterAnother()
    {
        Coroutine<int> coroutine = Call(1);
        Coroutine<int> other = Call(0);
        LoopTask<int> task = CreateTask(coroutine);
        await other;
        await task;
        return new WeakReference(task);
    }

    private static async Coroutine<WeakReference> TaskAfterAStep()
    {
        Coroutine<int> coroutine = Call(1);
        await Sleep(0);
        LoopTask<int> task = CreateTask(coroutine);
        await task;
        return new WeakReference(task);
    }

    private static async Coroutine<WeakReference> TaskOfAGroup()
    {
        LoopTask? task = null;
        await TaskGroup.Run(group =>
        {
            task = group.CreateTask(Call(1));
            return Nothing();
        });
        return new WeakReference(task);
    }

    private static async Coroutine<WeakReference> TaskOfAFailedGather()
    {
        List<WeakReference> frames = [];
        Coroutine<int> Noted()
        {
            Coroutine<int> coroutine = Yield(1);
            frames.Add(new WeakReference(coroutine.Frame));
            return coroutine;
        }

        await Awaiting.Throws<FormatException>(Gather(Enumerable.Range(0, 2).Select(number => number == 0 ? Noted() : Fail())));
        await Sleep(1);
        return frames[0];
    }

    private static async Coroutine<WeakReference> TaskThatWasLookedAt()
    {
        LoopTask? task = null;
        await Gather(Enumerable.Range(0, 1).Select(_ => Look(seen => task = seen)));
        return new WeakReference(task);
    }

    private static async Coroutine<WeakReference> TaskForOrdinaryCode()
    {
        Coroutine<int> coroutine = Yield(1);
        var frame = new WeakReference(coroutine.Frame);
        await FromOrdinaryCode(coroutine);
        return frame;
    }

    private static async Coroutine<WeakReference> TaskFromAnotherThread()
    {
        Coroutine<int> coroutine = Yield(1);
        var frame = new WeakReference(coroutine.Frame);
        await RunCoroutineThreadsafe(coroutine, EventLoop.Running);
        return frame;
    }

    private static async Task<int> FromOrdinaryCode(Coroutine<int> coroutine) => await coroutine;

    private static async Coroutine<int> Look(Action<LoopTask?> show)
    {
        show(CurrentTask);
        await Sleep(0);
        return 1;
    }

    private static async Coroutine Nothing() => await Sleep(0);

    private static async Coroutine<int> Yield(int result)
    {
        await Sleep(0);
        return result;
    }

    private static async Coroutine<int> Fail()
    {
        await Sleep(0);
        throw new FormatException();
    }

    private static async Coroutine<int> Call(int depth) => depth == 0 ? 0 : 1 + await Call(depth - 1);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference LeaveATaskWaiting()
    {
        object inside = new();
        async Coroutine Outer(object kept)
        {
            await Inner(kept);
            GC.KeepAlive(kept);
        }

        static async Coroutine Inner(object kept)
        {
            await Sleep(100);
            GC.KeepAlive(kept);
        }

        using var loop = new EventLoop(new EventLoopOptions { Clock = new VirtualClock(), OnReport = _ => { } });
        loop.CreateTask(Outer(inside));
        loop.RunUntilComplete(loop.CreateTask(Nothing()));
        return new WeakReference(inside);
    }
}
