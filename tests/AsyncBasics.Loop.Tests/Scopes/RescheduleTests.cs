using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>Moving a deadline while what it limits is running (<c>Timeout.reschedule</c>).</summary>
public sealed class RescheduleTests
{
    [Fact]
    public void Later_TheBodyHasMoreTime() => VirtualTime.Run(async () =>
    {
        await Awaiting.Throws<TimeoutException>(Timeout(1, async scope =>
        {
            await Sleep(0.5);
            scope.Deadline = TimeSpan.FromSeconds(3);
            await Sleep(10);
        }));

        Assert.Equal(3, Time());
    });

    [Fact]
    public void Earlier_TheBodyHasLessTime() => VirtualTime.Run(async () =>
    {
        await Awaiting.Throws<TimeoutException>(Timeout(10, async scope =>
        {
            scope.Deadline = TimeSpan.FromSeconds(2);
            await Sleep(100);
        }));

        Assert.Equal(2, Time());
    });

    [Fact]
    public void IntoThePast_TheBodyIsCutOffAtItsNextWait() => VirtualTime.Run(async () =>
    {
        await Sleep(5);
        bool wentOn = false;

        await Awaiting.Throws<TimeoutException>(Timeout(10, async scope =>
        {
            scope.Deadline = TimeSpan.FromSeconds(1);
            wentOn = true;
            await Sleep(0);
        }));

        Assert.True(wentOn);
        Assert.Equal(5, Time());
    });

    [Fact]
    public void ToNever_TheLimitIsGone() => VirtualTime.Run(async () =>
    {
        await Timeout(1, async scope =>
        {
            scope.Deadline = null;
            await Sleep(100);
        });

        Assert.Equal(100, Time());
    });

    [Fact]
    public void FromNever_ThereIsALimitNow() => VirtualTime.Run(async () =>
    {
        await Awaiting.Throws<TimeoutException>(Timeout(null, async scope =>
        {
            await Sleep(1);
            scope.Deadline = TimeSpan.FromSeconds(2);
            await Sleep(100);
        }));

        Assert.Equal(2, Time());
    });

    [Fact]
    public void ByAnotherTask_Counts() => VirtualTime.Run(async () =>
    {
        CancelScope? scope = null;
        LoopTask task = CreateTask(Timeout(10, async own =>
        {
            scope = own;
            await Sleep(100);
        }));
        await Sleep(1);

        scope!.Deadline = TimeSpan.FromSeconds(3);

        await Awaiting.Throws<TimeoutException>(task);
        Assert.Equal(3, Time());
    });

    [Fact]
    public void TheOldDeadline_NeverFires() => VirtualTime.Run(async () =>
    {
        await Timeout(1, async scope =>
        {
            for (int i = 2; i < 50; i++)
            {
                scope.Deadline = TimeSpan.FromSeconds(i);
                await Sleep(0.9);
            }
        });

        Assert.Equal(48 * 0.9, Time(), 6);
    });

    [Fact]
    public void InTheVeryIterationInWhichItIsDue_TheNewDeadlineCounts() => VirtualTime.Run(async () =>
    {
        CancelScope? scope = null;
        EventLoop.Running.CallAt(TimeSpan.FromSeconds(1), () => scope!.Deadline = TimeSpan.FromSeconds(3));

        await Awaiting.Throws<TimeoutException>(Timeout(1, async own =>
        {
            scope = own;
            await Sleep(100);
        }));

        Assert.Equal(3, Time());
    });

    [Fact]
    public void InTheVeryIterationInWhichItIsDue_ItTakesANewPlaceAmongThoseThatAreReady() => VirtualTime.Run(async () =>
    {
        CancelScope? scope = null;
        bool? calledBefore = null;
        var moment = TimeSpan.FromSeconds(1);
        EventLoop.Running.CallAt(moment, () => scope!.Deadline = TimeSpan.Zero);

        await Awaiting.Throws<TimeoutException>(Timeout(1, async own =>
        {
            scope = own;
            EventLoop.Running.CallAt(moment, () => calledBefore = own.CancelCalled);
            await Sleep(100);
        }));

        Assert.False(calledBefore);
        Assert.Equal(1, Time());
    });

    [Fact]
    public void BeforeItIsEntered_TheNewDeadlineCounts() => VirtualTime.Run(async () =>
    {
        var scope = new CancelScope { Deadline = TimeSpan.FromSeconds(1) };
        scope.Deadline = TimeSpan.FromSeconds(2);

        Assert.False(await scope.Run(() => Sleep(10)));

        Assert.Equal(2, Time());
    });

    [Fact]
    public void AfterItsEnd_IsRefused() => VirtualTime.Run(async () =>
    {
        CancelScope? scope = null;
        await Timeout(1, async own => scope = own);

        Assert.Contains("finished", Refused(scope!), StringComparison.Ordinal);
    });

    [Fact]
    public void WhenItHasPassed_IsRefused() => VirtualTime.Run(async () =>
    {
        await Timeout(1, async scope =>
        {
            await Awaiting.Throws<CancelledException>(Sleep(10));

            Assert.Contains("cancelled", Refused(scope), StringComparison.Ordinal);
        });
    });

    private static string Refused(CancelScope scope) =>
        Assert.Throws<InvalidOperationException>(() => scope.Deadline = TimeSpan.FromSeconds(100)).Message;
}
