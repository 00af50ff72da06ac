using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>Timeouts that end without an error (trio's <c>move_on_after</c>).</summary>
public sealed class MoveOnAfterTests
{
    [Fact]
    public void BeforeTheBodysEnd_CutsItOff_AndSaysSo() => VirtualTime.Run(async () =>
    {
        bool reached = false;

        bool ended = await MoveOnAfter(1, async () =>
        {
            await Sleep(10);
            reached = true;
        });

        Assert.Equal((false, false), (ended, reached));
        Assert.Equal(1, Time());
        Assert.Equal(0, CurrentTask!.Cancelling);
    });

    [Fact]
    public void AfterTheBodysEnd_SaysThatItEnded() => VirtualTime.Run(async () =>
    {
        Assert.True(await MoveOnAfter(2, () => Sleep(1)));
        await Sleep(10);
    });

    [Fact]
    public void TheBodyMayMoveTheDeadline() => VirtualTime.Run(async () =>
    {
        Assert.False(await MoveOnAfter(1, async scope =>
        {
            scope.Deadline += TimeSpan.FromSeconds(2);
            await Sleep(10);
        }));

        Assert.Equal(3, Time());
    });

    [Fact]
    public void AnErrorOfTheBody_Passes() => VirtualTime.Run(async () =>
        await Awaiting.Throws<ExpectedException>(Run(MoveOnAfter(1, () => throw new ExpectedException()))));

    [Fact]
    public void ACancellationFromOutside_Passes() => VirtualTime.Run(async () =>
    {
        LoopTask<bool> task = CreateTask(MoveOnAfter(5, () => Sleep(10)));
        await Sleep(1);

        task.Cancel();

        await Awaiting.Throws<CancelledException>(task);
        Assert.Equal(1, Time());
    });

    [Fact]
    public void InsideATimeoutOfTheSameLength_TheTimeoutFails() => VirtualTime.Run(async () =>
    {
        bool movedOn = false;

        await Awaiting.Throws<TimeoutException>(Timeout(1, async () =>
        {
            await MoveOnAfter(1, () => Sleep(10));
            movedOn = true;
        }));

        Assert.False(movedOn);
        Assert.Equal(0, CurrentTask!.Cancelling);
    });

    [Fact]
    public void AroundATimeoutOfTheSameLength_MovesOn_WithoutAnError() => VirtualTime.Run(async () =>
    {
        bool timedOut = false;

        bool ended = await MoveOnAfter(1, async () =>
        {
            try
            {
                await Timeout(1, () => Sleep(10));
            }
            catch (TimeoutException)
            {
                timedOut = true;
            }
        });

        Assert.Equal((false, false), (ended, timedOut));
        Assert.Equal(1, Time());
    });

    [Fact]
    public void OneAfterTheOther_EachHasItsOwnTime() => VirtualTime.Run(async () =>
    {
        for (int i = 1; i <= 5; i++)
        {
            Assert.False(await MoveOnAfter(1, () => Sleep(10)));
            Assert.Equal(i, Time());
        }
    });

    [Fact]
    public void AroundATaskGroup_EndsItsTasks() => VirtualTime.Run(async () =>
    {
        List<LoopTask> tasks = [];

        bool ended = await MoveOnAfter(3, () => TaskGroup.Run(async group =>
        {
            tasks.Add(group.CreateTask(Sleep(2)));
            tasks.Add(group.CreateTask(Sleep(10)));
        }));

        Assert.False(ended);
        Assert.Equal([FutureState.Succeeded, FutureState.Cancelled], tasks.Select(task => task.State));
    });

    private static async Coroutine Run(Coroutine<bool> coroutine) => await coroutine;
}
