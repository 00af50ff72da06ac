using static AsyncBasics.Asyncio;
using static AsyncBasics.Lab.Tests.LessonPrograms;

namespace AsyncBasics.Lab.Tests.Timelines;

public sealed class LaneTests
{
    [Fact]
    public void SequentialAwaits_AreChildLanes_OneAfterAnother()
    {
        Timeline timeline = Recording.TimelineOf(Sequential);

        Assert.Equal(["Sequential", ">DoTask A", ">DoTask B", ">DoTask C"], timeline.Tree());
        Assert.Equal("0-2 sleeps 2 s; Succeeded at 2", timeline.Named("DoTask A").Story());
        Assert.Equal("2-3 sleeps 1 s; Succeeded at 3", timeline.Named("DoTask B").Story());
        Assert.Equal("3-6 sleeps 3 s; Succeeded at 6", timeline.Named("DoTask C").Story());
        Assert.Equal(
            "0-2 waits for DoTask A; 2-3 waits for DoTask B; 3-6 waits for DoTask C; Succeeded at 6",
            timeline.Named("Sequential").Story());
    }

    [Fact]
    public void GatheredCoroutines_AreLanesSideBySide_AndOneEach()
    {
        Timeline timeline = Recording.TimelineOf(Concurrent);

        Assert.Equal(["Concurrent", ">DoTask A", ">DoTask B", ">DoTask C"], timeline.Tree());
        Assert.Equal("0-3 waits for gather; Succeeded at 3", timeline.Named("Concurrent").Story());
        Assert.All(timeline.Lanes.Skip(1), lane => Assert.Equal((TimeSpan.Zero, true), (lane.Start, lane.IsTask)));
    }

    [Fact]
    public void CreatedTasks_AreNamedInTheWaitForThem()
    {
        Timeline timeline = Recording.TimelineOf(UsingCreateTask);

        // B has ended when it is awaited: that is no wait.
        Assert.Equal(
            "0-2 waits for DoTask A; 2-3 waits for DoTask C; Succeeded at 3",
            timeline.Named("UsingCreateTask").Story());
        Assert.Equal([1], timeline.Lanes[0].Segments[0].Awaited);
        Assert.Equal(1, timeline.Lanes[0].Segments[0].WokenBy);
    }

    [Fact]
    public void Steps_AreTheMomentsAtWhichTheLanesOwnCodeRuns()
    {
        Lane main = Recording.TimelineOf(Sequential).Named("Sequential");

        Assert.Equal([0.0, 2, 3, 6], main.Steps.Select(step => step.TotalSeconds));
    }

    [Fact]
    public void FailedTask_EndsItsLaneFailed_AndItsSiblingsGoOn()
    {
        Timeline timeline = Recording.TimelineOf(Failing);

        Lane failed = timeline.Named("FailingTask B");
        Assert.Equal("0-1 sleeps 1 s; Failed at 1", failed.Story());
        Assert.Equal("ExpectedException: B failed", failed.Error);
        Assert.Equal("0-2 sleeps 2 s; Succeeded at 2", timeline.Named("DoTask A").Story());
        Assert.Equal("0-3 sleeps 3 s; Succeeded at 3", timeline.Named("DoTask C").Story());
    }

    [Fact]
    public void CallAwaitedInPlaceThatThrows_IsAFailedLane_AndItsCallerIsNotWhenItCatches()
    {
        static async Coroutine Main()
        {
            try
            {
                await FailingTask("B", 1);
            }
            catch (ExpectedException)
            {
            }
        }

        Timeline timeline = Recording.TimelineOf(Main);

        Assert.Equal(FutureState.Failed, timeline.Named("FailingTask B").State);
        Assert.Equal(FutureState.Succeeded, timeline.Named("Main").State);
    }

    [Fact]
    public void CancelledSleep_SaysHowMuchOfItWasSlept()
    {
        Timeline timeline = Recording.TimelineOf(Cancelling);

        Lane cancelled = timeline.Named("DoTask A");
        Assert.Equal("0-1 sleeps 1 of 5 s; Cancelled at 1", cancelled.Story());
        Assert.Equal(0, cancelled.Segments[0].WokenBy);
    }

    [Fact]
    public void TaskCancelledBeforeItsFirstStep_HasItsNameAndNoLength()
    {
        static async Coroutine Main()
        {
            CreateTask(DoTask("A", 5)).Cancel();
            await Sleep(1);
        }

        Lane lane = Recording.TimelineOf(Main).Named("DoTask A");

        Assert.Equal("Cancelled at 0", lane.Story());
    }

    [Fact]
    public void WaitForTheFirst_SaysSo_AndTheLoopsOwnCoroutinesHaveNoLanes()
    {
        Timeline timeline = Recording.TimelineOf(FirstCompletes);

        Assert.Equal(["FirstCompletes", ">DoTask A", ">DoTask B"], timeline.Tree());
        Assert.Equal("0-1 waits for the first of 2; Succeeded at 1", timeline.Lanes[0].Story());
        Assert.Equal("0-1 sleeps 1 of 2 s; Cancelled at 1", timeline.Named("DoTask A").Story());
    }

    [Fact]
    public void NestedGathers_AreOneWait_ForAllTheirTasks()
    {
        Timeline timeline = Recording.TimelineOf(NestedGathers);

        Segment wait = Assert.Single(timeline.Lanes[0].Segments);
        Assert.Equal("waits for gather", wait.Text);
        Assert.Equal([1, 2, 3, 4], wait.Awaited);
        Assert.Equal(3, wait.WokenBy);
    }

    [Fact]
    public void CallsInsideCalls_AreNested()
    {
        static async Coroutine Outer() => await Inner("x");
        static async Coroutine Inner(string name) => await Gather(DoTask(name, 1), DoTask("y", 2));

        Timeline timeline = Recording.TimelineOf(Outer);

        Assert.Equal(["Outer", ">Inner x", ">>DoTask x", ">>DoTask y"], timeline.Tree());
    }

    [Fact]
    public void CallThatNeverGivesUpItsTurn_HasNoLane_AndItsOutputIsItsCallers()
    {
        static async Coroutine Log(string text) => EventLoop.Running.WriteOutput(text);

        static async Coroutine Main()
        {
            await Log("hello\n");
            await Sleep(1);
        }

        Timeline timeline = Recording.TimelineOf(Main);

        Assert.Equal(["Main"], timeline.Tree());
        Assert.Equal([new OutputLine(TimeSpan.Zero, "hello")], timeline.Lanes[0].Output);
    }

    [Fact]
    public void CallThatTakesNoTimeButATurn_KeepsItsLane()
    {
        static async Coroutine Main()
        {
            await DoTask("A", 0);
            await DoTask("B", 1);
        }

        Assert.Equal(["Main", ">DoTask A", ">DoTask B"], Recording.TimelineOf(Main).Tree());
    }

    [Fact]
    public void Output_IsOnTheLaneThatWroteIt()
    {
        Lane lane = Recording.TimelineOf(Sequential).Named("DoTask B");

        Assert.Equal(
            [new(TimeSpan.FromSeconds(2), "Task B starting..."), new(TimeSpan.FromSeconds(3), "Task B done")],
            lane.Output);
    }

    [Fact]
    public void Name_IsTheFirstTextAmongTheArguments()
    {
        static async Coroutine Mixed(double seconds, string first, string second) => await Sleep(seconds + (second + first).Length);

        static async Coroutine Main() => await Mixed(1, "one", "two");

        Assert.Equal(["Main", ">Mixed one"], Recording.TimelineOf(Main).Tree());
    }

    [Fact]
    public void Name_WithoutSuchAnArgument_IsTheOneTheTaskWasGiven()
    {
        static async Coroutine Work(double seconds) => await Sleep(seconds);

        static async Coroutine Main()
        {
            LoopTask named = CreateTask(Work(1), name: "worker");
            LoopTask unnamed = CreateTask(Work(1));
            await named;
            await unnamed;
        }

        Assert.Equal(["Main", ">worker", ">Work"], Recording.TimelineOf(Main).Tree());
    }

    [Fact]
    public void CoroutineAwaitedByOrdinaryAsyncCode_IsALaneOfItsOwn()
    {
        static async Task Native() => await DoTask("A", 1);

        static async Coroutine Main()
        {
            await Native();
            await DoTask("B", 1);
        }

        Timeline timeline = Recording.TimelineOf(Main);

        Assert.Equal("0-1 sleeps 1 s; Succeeded at 1", timeline.Named("DoTask A").Story());
        Assert.Equal("1-2 sleeps 1 s; Succeeded at 2", timeline.Named("DoTask B").Story());
        Assert.Equal(FutureState.Succeeded, timeline.Named("Main").State);
    }

    [Fact]
    public void WaitForATaskThatNobodyKnows_SaysSo()
    {
        static async Coroutine Main() => await Task.Delay(TimeSpan.FromSeconds(2), EventLoop.Running.TimeProvider);

        Assert.Equal("0-2 waits for a Task; Succeeded at 2", Recording.TimelineOf(Main).Named("Main").Story());
    }

    [Fact]
    public void TaskGroup_IsNamedInTheWaitForIt()
    {
        static async Coroutine Main() => await TaskGroup.Run(async group =>
        {
            _ = group.CreateTask(DoTask("A", 1));
            _ = group.CreateTask(DoTask("B", 2));
        });

        Timeline timeline = Recording.TimelineOf(Main);

        Assert.Equal(["Main", ">DoTask A", ">DoTask B"], timeline.Tree());
        Assert.Equal(["DoTask B"], timeline.Critical());
        Assert.Equal("0-2 waits for task group; Succeeded at 2", timeline.Named("Main").Story());
    }

    [Theory]
    [InlineData(1.992, "sleeps 2 s")]
    [InlineData(0.293, "sleeps 0.3 s")]
    [InlineData(0.2499, "sleeps 0.25 s")]
    [InlineData(0.27, "sleeps 0.27 s")]
    public void SleepOnARealClock_IsAsLongAsTheProgramAskedFor(double left, string expected)
    {
        static async Coroutine Main(double seconds) => await Sleep(seconds);

        Trace trace = Recording.Of(_ => Main(left)) with { IsVirtual = false };

        Assert.Equal(expected, Timeline.From(trace).Named("Main").Segments[0].Text);
    }
}
