using static AsyncBasics.Asyncio;
using static AsyncBasics.Tests.ConditionWaiters;

namespace AsyncBasics.Tests;

public sealed class LoopConditionTests
{
    [Fact]
    public void Wait_WithoutTheLock_IsAnError() => VirtualTime.Run(async () =>
    {
        InvalidOperationException error = await Awaiting.Throws<InvalidOperationException>(new LoopCondition().Wait());

        Assert.Equal("cannot wait on un-acquired lock", error.Message);
    });

    [Fact]
    public void Notify_WithoutTheLock_IsAnError()
    {
        var condition = new LoopCondition();

        Assert.Equal("cannot notify on un-acquired lock", Assert.Throws<InvalidOperationException>(() => condition.Notify()).Message);
        Assert.Equal("cannot notify on un-acquired lock", Assert.Throws<InvalidOperationException>(condition.NotifyAll).Message);
    }

    [Fact]
    public void Release_WithoutTheLock_IsAnError() => Assert.Throws<InvalidOperationException>(new LoopCondition().Release);

    [Fact]
    public void Acquire_AndRelease_AreThoseOfTheLock() => VirtualTime.Run(async () =>
    {
        var mutex = new LoopLock();
        var condition = new LoopCondition(mutex);

        await condition.Acquire();
        Assert.True(mutex.Locked);
        Assert.True(condition.Locked);

        condition.Release();
        Assert.False(mutex.Locked);
    });

    [Fact]
    public void Wait_FreesTheLock_AndHoldsItAgainAfterwards() => VirtualTime.Run(async () =>
    {
        var condition = new LoopCondition();
        List<string> log = [];
        LoopTask waiter = CreateTask(WaitOnce());
        await Sleep(0);
        Assert.False(condition.Locked);

        using (await condition.Acquire())
        {
            condition.Notify();
            log.Add("notified");
            await Sleep(1);
            log.Add("releasing");
        }

        await waiter;
        Assert.Equal(["notified", "releasing", "woken, locked: True"], log);
        Assert.False(condition.Locked);

        async Coroutine WaitOnce()
        {
            using (await condition.Acquire())
            {
                await condition.Wait();
                log.Add($"woken, locked: {condition.Locked}");
            }
        }
    });

    [Fact]
    public void Notify_WakesTheOneThatWaitsLongest() => VirtualTime.Run(async () =>
    {
        var condition = new LoopCondition();
        List<string> log = [];
        LoopTask[] tasks = StartWaiters(condition, log, "A", "B", "C");
        await Sleep(0);

        using (await condition.Acquire())
        {
            condition.Notify();
        }

        await Sleep(1);
        Assert.Equal(["A"], log);
        await NotifyAll(condition);
        await Gather(tasks);
        Assert.Equal(["A", "B", "C"], log);
    });

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(2, 2)]
    [InlineData(5, 3)]
    public void Notify_OfACount_WakesAtMostSoMany(int count, int woken) => VirtualTime.Run(async () =>
    {
        var condition = new LoopCondition();
        List<string> log = [];
        LoopTask[] tasks = StartWaiters(condition, log, "A", "B", "C");
        await Sleep(0);

        using (await condition.Acquire())
        {
            condition.Notify(count);
        }

        await Sleep(1);
        Assert.Equal(woken, log.Count);
        await NotifyAll(condition);
        await Gather(tasks);
    });

    [Fact]
    public void Notify_Twice_WakesTwo() => VirtualTime.Run(async () =>
    {
        var condition = new LoopCondition();
        List<string> log = [];
        LoopTask[] tasks = StartWaiters(condition, log, "A", "B", "C");
        await Sleep(0);

        using (await condition.Acquire())
        {
            condition.Notify();
            condition.Notify();
        }

        await Sleep(1);
        Assert.Equal(["A", "B"], log);
        await NotifyAll(condition);
        await Gather(tasks);
    });

    [Fact]
    public void Notify_WithoutWaiters_IsNotRemembered() => VirtualTime.Run(async () =>
    {
        var condition = new LoopCondition();
        await NotifyAll(condition);
        List<string> log = [];
        LoopTask[] tasks = StartWaiters(condition, log, "A");

        await Sleep(1);
        Assert.Empty(log);

        await NotifyAll(condition);
        await Gather(tasks);
    });

    [Fact]
    public void NotifyAll_WakesEverybodyInTheOrderInWhichTheyCame() => VirtualTime.Run(async () =>
    {
        var condition = new LoopCondition();
        List<string> log = [];
        LoopTask[] tasks = StartWaiters(condition, log, "A", "B", "C", "D");
        await Sleep(0);

        await NotifyAll(condition);
        await Gather(tasks);

        Assert.Equal(["A", "B", "C", "D"], log);
    });

    [Fact]
    public void Wait_AgainAfterNotifyAll_IsNotWokenByIt() => VirtualTime.Run(async () =>
    {
        var condition = new LoopCondition();
        int wakeUps = 0;
        LoopTask waiter = CreateTask(WaitTwice());
        await Sleep(0);

        await NotifyAll(condition);
        await Sleep(1);
        Assert.Equal(1, wakeUps);

        await NotifyAll(condition);
        await waiter;
        Assert.Equal(2, wakeUps);

        async Coroutine WaitTwice()
        {
            using (await condition.Acquire())
            {
                await condition.Wait();
                wakeUps++;
                await condition.Wait();
                wakeUps++;
            }
        }
    });

    [Fact]
    public void WaitFor_LooksAgainAfterEachNotification() => VirtualTime.Run(async () =>
    {
        var condition = new LoopCondition();
        int value = 0, looks = 0;
        LoopTask waiter = CreateTask(WaitForThree());
        await Sleep(0);

        for (int i = 0; i < 3; i++)
        {
            using (await condition.Acquire())
            {
                value++;
                condition.Notify();
            }

            await Sleep(1);
        }

        Assert.True(waiter.Done);
        Assert.Equal(4, looks);

        async Coroutine WaitForThree()
        {
            using (await condition.Acquire())
            {
                await condition.WaitFor(() =>
                {
                    looks++;
                    return value == 3;
                });
                Assert.True(condition.Locked);
            }
        }
    });

    [Fact]
    public void WaitFor_WhatIsTrueAlready_NeedsNoLock() => VirtualTime.Run(async () =>
        Assert.Equal(0, await Turns.Of(new LoopCondition().WaitFor(() => true))));

    [Fact]
    public void WaitFor_WhatIsFalse_WithoutTheLock_IsAnError() => VirtualTime.Run(async () =>
        await Awaiting.Throws<InvalidOperationException>(new LoopCondition().WaitFor(() => false)));

    [Fact]
    public void WaitFor_APredicateThatThrows_ThrowsThat() => VirtualTime.Run(async () =>
    {
        var condition = new LoopCondition();
        using (await condition.Acquire())
        {
            await Awaiting.Throws<ExpectedException>(condition.WaitFor(() => throw new ExpectedException()));
        }

        Assert.False(condition.Locked);
    });

    [Fact]
    public void WaitFor_Null_IsRefusedAtOnce() =>
        Assert.Throws<ArgumentNullException>(() => new LoopCondition().WaitFor(null!));

    [Fact]
    public void Conditions_SharingALock_WakeTheirOwnWaitersOnly() => VirtualTime.Run(async () =>
    {
        var mutex = new LoopLock();
        LoopCondition notEmpty = new(mutex), notFull = new(mutex);
        List<string> log = [];
        LoopTask[] a = StartWaiters(notEmpty, log, "A"), b = StartWaiters(notFull, log, "B");
        await Sleep(0);

        await NotifyAll(notFull);
        await Gather(b);
        Assert.Equal(["B"], log);

        await NotifyAll(notEmpty);
        await Gather(a);
    });

    [Fact]
    public void ToString_TellsStateAndWaiters() => VirtualTime.Run(async () =>
    {
        var condition = new LoopCondition { Name = "changed" };
        Assert.Equal("<Condition 'changed' [unlocked]>", condition.ToString());
        LoopTask[] tasks = StartWaiters(condition, [], "A", "B");
        await Sleep(0);
        await condition.Acquire();

        Assert.Equal("<Condition 'changed' [locked, waiters:2]>", condition.ToString());

        condition.NotifyAll();
        condition.Release();
        await Gather(tasks);
    });
}
