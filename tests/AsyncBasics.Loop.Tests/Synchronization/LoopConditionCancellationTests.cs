using static AsyncBasics.Asyncio;
using static AsyncBasics.Tests.ConditionWaiters;

namespace AsyncBasics.Tests;

public sealed class LoopConditionCancellationTests
{
    [Fact]
    public void Cancel_WhileWaiting_HoldsTheLockWhenItThrows() => VirtualTime.Run(async () =>
    {
        var condition = new LoopCondition();
        bool? heldInside = null;
        LoopTask waiter = CreateTask(Wait());
        await Sleep(0);

        waiter.Cancel();
        await Awaiting.Throws<CancelledException>(waiter);

        Assert.True(heldInside);
        Assert.False(condition.Locked);

        async Coroutine Wait()
        {
            using (await condition.Acquire())
            {
                try
                {
                    await condition.Wait();
                }
                catch (CancelledException)
                {
                    heldInside = condition.Locked;
                    throw;
                }
            }
        }
    });

    [Fact]
    public void Cancel_WhileWaiting_WithTheLockHeldByAnother_WaitsForTheLock() => VirtualTime.Run(async () =>
    {
        var condition = new LoopCondition();
        LoopTask waiter = StartWaiters(condition, [], "A")[0];
        await Sleep(0);
        await condition.Acquire();

        waiter.Cancel();
        await Sleep(3);
        Assert.False(waiter.Done);

        condition.Release();
        await Awaiting.Throws<CancelledException>(waiter);
        Assert.Equal(3, Time());
    });

    [Fact]
    public void Cancel_WhileGettingTheLockBack_IsHeldBackUntilItHasIt() => VirtualTime.Run(async () =>
    {
        var condition = new LoopCondition();
        LoopTask waiter = StartWaiters(condition, [], "A")[0];
        await Sleep(0);
        await condition.Acquire();
        condition.Notify();
        await Sleep(1);

        waiter.Cancel("first");
        await Sleep(1);
        waiter.Cancel("second");
        await Sleep(1);
        Assert.False(waiter.Done);

        condition.Release();
        CancelledException error = await Awaiting.Throws<CancelledException>(waiter);
        Assert.Equal("second", error.Reason?.Message);
        Assert.False(condition.Locked);
    });

    [Fact]
    public void Cancel_AfterTheNotification_PassesItOn() => VirtualTime.Run(async () =>
    {
        // 3.13: of two, the notified one is cancelled before it has the lock again; then the other one is woken.
        var condition = new LoopCondition();
        List<string> log = [];
        LoopTask[] tasks = StartWaiters(condition, log, "A", "B");
        await Sleep(0);

        await condition.Acquire();
        condition.Notify();
        tasks[0].Cancel();
        condition.Release();
        await tasks[1];

        Assert.True(tasks[0].Cancelled);
        Assert.Equal(["B"], log);
    });

    [Fact]
    public void Cancel_WhileGettingTheLockBack_PassesTheNotificationOn() => VirtualTime.Run(async () =>
    {
        var condition = new LoopCondition();
        List<string> log = [];
        LoopTask[] tasks = StartWaiters(condition, log, "A", "B");
        await Sleep(0);

        await condition.Acquire();
        condition.Notify();
        await Sleep(1);
        tasks[0].Cancel();
        await Sleep(1);
        condition.Release();
        await tasks[1];

        Assert.True(tasks[0].Cancelled);
        Assert.Equal(["B"], log);
    });

    [Fact]
    public void Cancel_WithoutANotification_WakesAnotherOneForNothing() => VirtualTime.Run(async () =>
    {
        // The rule does not ask whether there was a notification: a wake-up without need is allowed, a lost one is not.
        var condition = new LoopCondition();
        List<string> log = [];
        LoopTask[] tasks = StartWaiters(condition, log, "A", "B", "C");
        await Sleep(0);

        tasks[0].Cancel();
        await Sleep(1);

        Assert.Equal(["B"], log);
        await NotifyAll(condition);
        await tasks[2];
    });

    [Fact]
    public void Cancel_OfAllButOne_StillWakesTheLast() => VirtualTime.Run(async () =>
    {
        var condition = new LoopCondition();
        List<string> log = [];
        LoopTask[] tasks = StartWaiters(condition, log, "A", "B", "C", "D");
        await Sleep(0);

        await condition.Acquire();
        condition.Notify();
        foreach (LoopTask task in tasks[..3])
        {
            task.Cancel();
        }

        condition.Release();
        await tasks[3];

        Assert.Equal(["D"], log);
        Assert.All(tasks[..3], task => Assert.True(task.Cancelled));
    });

    [Fact]
    public void Timeout_InsideTheBlock_ReleasesTheLock() => VirtualTime.Run(async () =>
    {
        var condition = new LoopCondition();

        await Awaiting.Throws<TimeoutException>(Impatient());

        Assert.False(condition.Locked);
        Assert.Equal(0.5, Time());

        async Coroutine Impatient()
        {
            using (await condition.Acquire())
            {
                await WaitFor(condition.Wait(), timeout: 0.5);
            }
        }
    });
}
