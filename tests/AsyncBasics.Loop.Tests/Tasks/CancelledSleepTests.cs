using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>The timer of a cancelled sleep stays behind for a while: it wakes nobody.</summary>
public sealed class CancelledSleepTests
{
    [Fact]
    public void ACancelledSleep_DoesNotWakeTheTaskOutOfItsNextOne() => VirtualTime.Run(async () =>
    {
        List<double> woken = [];
        LoopTask task = CreateTask(SleepAgain(10, 100, woken));
        await Sleep(1);
        task.Cancel();
        await task;

        Assert.Equal([101], woken);
    });

    [Fact]
    public void CancelledSleeps_OfOneTask_DoNotWakeIt() => VirtualTime.Run(async () =>
    {
        List<double> caught = [];
        async Coroutine Stubborn()
        {
            for (int i = 0; i < 5; i++)
            {
                try
                {
                    await Sleep(10);
                }
                catch (CancelledException)
                {
                    caught.Add(Time());
                }
            }
        }

        LoopTask task = CreateTask(Stubborn());
        for (int i = 0; i < 4; i++)
        {
            await Sleep(1);
            task.Cancel();
        }

        await task;

        Assert.Equal([1, 2, 3, 4], caught);
        Assert.Equal(14, Time());
    });

    [Fact]
    public void ACancelledSleep_DoesNotWakeATaskThatIsCreatedAfterwards() => VirtualTime.Run(async () =>
    {
        async Coroutine<double> Sleeper(double seconds)
        {
            await Sleep(seconds);
            return Time();
        }

        LoopTask first = CreateTask(Sleeper(10));
        await Sleep(1);
        first.Cancel();
        await Wait([first]);
        double[] woken = await Gather(Sleeper(100), Sleeper(200), Sleeper(300));

        Assert.Equal([101, 201, 301], woken);
    });

    [Fact]
    public void Cancel_WhenTheTimerIsDueButHasNotHadItsTurn_IsThrownIn_AndTheNextSleepLastsAsLongAsItShould() => VirtualTime.Run(async () =>
    {
        List<double> woken = [];
        LoopTask? task = null;
        EventLoop.Running.CallAt(TimeSpan.FromSeconds(10), () => task!.Cancel("stop"));
        task = CreateTask(SleepAgain(10, 5, woken));
        await task;

        Assert.Equal([15], woken);
        Assert.Equal(1, task.Cancelling);
    });

    [Fact]
    public void ATaskWhoseSleepWasCancelled_IsAmongAllTasksOnce_InTheOrderOfCreation() => VirtualTime.Run(async () =>
    {
        LoopTask first = CreateTask(SleepAgain(10, 10, []));
        LoopTask second = CreateTask(SleepAgain(10, 10, []));
        await Sleep(1);
        first.Cancel();
        await Sleep(1);

        Assert.Equal([CurrentTask!, first, second], AllTasks());
        await Gather(first, second);
        Assert.Equal([CurrentTask!], AllTasks());
    });

    private static async Coroutine SleepAgain(double first, double next, List<double> woken)
    {
        try
        {
            await Sleep(first);
        }
        catch (CancelledException)
        {
            await Sleep(next);
        }

        woken.Add(Time());
    }
}
