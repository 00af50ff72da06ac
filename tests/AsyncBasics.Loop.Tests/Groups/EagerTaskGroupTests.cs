using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>Groups on a loop whose tasks run their first step when they are created.</summary>
public sealed class EagerTaskGroupTests
{
    [Fact]
    public void TasksThatNeedNotWait_HaveEndedWhenTheyAreCreated() => RunEagerly(() => TaskGroup.Run(async group =>
    {
        LoopTask<int> task = group.CreateTask(Value(1));

        Assert.Equal(1, task.Result);
    }));

    [Fact]
    public void OneTrivialTask_TakesTheIterationOfItsCallback() => RunEagerly(async () =>
        Assert.Equal(2, await Iterations.Of(() => TaskGroup.Run(async group => { _ = group.CreateTask(Value(1)); }))));

    [Fact]
    public void AnErrorInTheFirstStep_CountsATurnLater_AsOfEveryTask() => RunEagerly(async () =>
    {
        // CPython 3.14 (gh-128588): counted at once, it would cancel the creator in the middle of its step.
        LoopTask<int>? second = null;

        AggregateException error = await Awaiting.Throws<AggregateException>(TaskGroup.Run(async group =>
        {
            _ = group.CreateTask(Fail());
            second = group.CreateTask(Value(2));
            await Sleep(10);
        }));

        Assert.Equal(2, second!.Result);
        Assert.Single(error.InnerExceptions);
        Assert.Equal(0, Time());
    });

    [Fact]
    public void ATaskThatCancelsTheGroupInItsFirstStep_IsCancelledToo() => RunEagerly(async () =>
    {
        // CPython's newest (gh-155418): it is no member yet when it cancels the group.
        LoopTask? canceller = null;

        await TaskGroup.Run(async group => canceller = group.CreateTask(CancelAndWait(group)));

        Assert.True(canceller!.Cancelled);
        Assert.Equal(0, Time());

        static async Coroutine CancelAndWait(TaskGroup group)
        {
            group.Cancel();
            await Sleep(10);
        }
    });

    [Fact]
    public void Nested_ThreeDeep_EndAtOnce() => RunEagerly(async () =>
    {
        int ended = 0;

        await Grow(3);

        Assert.Equal(40, ended);
        Assert.Equal(0, Time());

        Coroutine Grow(int levels) => TaskGroup.Run(async group =>
        {
            ended++;
            for (int i = 0; i < 3 && levels > 0; i++)
            {
                _ = group.CreateTask(Grow(levels - 1));
            }
        });
    });

    private static async Coroutine<int> Value(int value) => value;

    private static async Coroutine Fail() => throw new ExpectedException();

    private static void RunEagerly(Func<Coroutine> main)
    {
        List<LoopReport> reports = [];
        Asyncio.Run(main(), VirtualTime.Options(reports.Add) with { EagerTasks = true });
        Assert.Empty(reports);
    }
}
