using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>A group in which one task's failure does not end the others (Kotlin's <c>supervisorScope</c>).</summary>
public sealed class SuperviseTests
{
    [Fact]
    public void AFailure_LeavesTheSiblingsAndTheBodyRunning_AndComesAtTheEnd() => VirtualTime.Run(async () =>
    {
        LoopTask? sibling = null;
        bool bodyEnded = false;

        AggregateException error = await Awaiting.Throws<AggregateException>(TaskGroup.Supervise(async group =>
        {
            _ = group.CreateTask(Fail("child", after: 1));
            sibling = group.CreateTask(Sleep(3));
            await Sleep(2);
            bodyEnded = true;
        }));

        Assert.True(bodyEnded);
        Assert.Equal(FutureState.Succeeded, sibling!.State);
        Assert.Equal("child", Assert.Single(error.InnerExceptions).Message);
        Assert.Equal(3, Time());
    });

    [Fact]
    public void AFailureThatTheBodyHasLookedAt_IsNotThrownAgain() => VirtualTime.Run(() => TaskGroup.Supervise(async group =>
    {
        LoopTask failing = group.CreateTask(Fail("child", after: 1));

        await Awaiting.Throws<ExpectedException>(failing);
    }));

    [Fact]
    public void SeveralFailures_StandInTheOrderInWhichTheyCame() => VirtualTime.Run(async () =>
    {
        AggregateException error = await Awaiting.Throws<AggregateException>(TaskGroup.Supervise(async group =>
        {
            _ = group.CreateTask(Fail("second", after: 2));
            _ = group.CreateTask(Fail("first", after: 1));
        }));

        Assert.Equal(["first", "second"], error.InnerExceptions.Select(inner => inner.Message));
    });

    [Fact]
    public void AnErrorOfTheBody_EndsTheTasks() => VirtualTime.Run(async () =>
    {
        LoopTask? member = null;

        AggregateException error = await Awaiting.Throws<AggregateException>(TaskGroup.Supervise(async group =>
        {
            member = group.CreateTask(Sleep(10));
            await Sleep(1);
            throw new ExpectedException("body");
        }));

        Assert.Equal("body", Assert.Single(error.InnerExceptions).Message);
        Assert.True(member!.Cancelled);
        Assert.Equal(1, Time());
    });

    [Fact]
    public void ACancellationFromOutside_EndsAll() => VirtualTime.Run(async () =>
    {
        LoopTask? member = null;
        LoopTask parent = CreateTask(TaskGroup.Supervise(async group => { member = group.CreateTask(Sleep(10)); }));
        await Sleep(1);

        parent.Cancel();

        await Awaiting.Throws<CancelledException>(parent);
        Assert.True(member!.Cancelled);
    });

    [Fact]
    public void Cancel_EndsAll_WithoutAnError() => VirtualTime.Run(async () =>
    {
        LoopTask? member = null;

        await TaskGroup.Supervise(async group =>
        {
            member = group.CreateTask(Sleep(10));
            await Sleep(1);
            group.Cancel();
        });

        Assert.True(member!.Cancelled);
        Assert.Equal(1, Time());
    });

    [Fact]
    public void ATaskMayBeReplaced_AfterItsFailure() => VirtualTime.Run(async () =>
    {
        int attempts = 0;

        await TaskGroup.Supervise(async group =>
        {
            while (true)
            {
                try
                {
                    await group.CreateTask(Attempt());
                    return;
                }
                catch (ExpectedException)
                {
                    await Sleep(1);
                }
            }
        });

        Assert.Equal(3, attempts);
        Assert.Equal(2, Time());

        async Coroutine Attempt()
        {
            if (++attempts < 3)
            {
                throw new ExpectedException();
            }
        }
    });

    private static async Coroutine Fail(string message, double after)
    {
        await Sleep(after);
        throw new ExpectedException(message);
    }
}
