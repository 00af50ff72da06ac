using static AsyncBasics.Asyncio;
using static AsyncBasics.Lab.Tests.LessonPrograms;

namespace AsyncBasics.Lab.Tests.Timelines;

public sealed class CriticalPathTests
{
    [Fact]
    public void Sequential_EveryTask_IsCritical() =>
        Assert.Equal(["DoTask A", "DoTask B", "DoTask C"], Recording.TimelineOf(Sequential).Critical());

    [Fact]
    public void Gather_OnlyTheLongest_IsCritical() =>
        Assert.Equal(["DoTask C"], Recording.TimelineOf(Concurrent).Critical());

    [Fact]
    public void CreateTask_OnlyTheLongest_IsCritical() =>
        Assert.Equal(["DoTask C"], Recording.TimelineOf(UsingCreateTask).Critical());

    [Fact]
    public void NestedGathers_ThePathLeadsThroughBoth() =>
        Assert.Equal(["DoTask C"], Recording.TimelineOf(NestedGathers).Critical());

    [Fact]
    public void WaitForTheFirst_ThePathLeadsThroughTheFirst() =>
        Assert.Equal(["DoTask B"], Recording.TimelineOf(FirstCompletes).Critical());

    [Fact]
    public void FailingGather_ThePathLeadsThroughTheFailure()
    {
        Timeline timeline = Recording.TimelineOf(Failing);

        Assert.Equal(["Failing", "FailingTask B"], timeline.Critical());
        Segment sleepAfterwards = timeline.Lanes[0].Segments[^1];
        Assert.Equal(("sleeps 2.5 s", true), (sleepAfterwards.Text, sleepAfterwards.IsCritical));
    }

    [Fact]
    public void Blocking_ThePathLeadsThroughWhoeverHeldTheLoop() => Assert.Equal(
        ["BlockingTask A", "BlockingTask B", "BlockingTask C"], Recording.TimelineOf(Blocking).Critical());

    [Fact]
    public void SleepBesideALongerOne_WithWorkAfterIt_IsNotCriticalUnlessItsChainIsTheLongest()
    {
        static async Coroutine Chain(string name, double first, double second)
        {
            await DoTask(name + "1", first);
            await DoTask(name + "2", second);
        }

        static async Coroutine Main() => await Gather(Chain("x", 1, 4), Chain("y", 3, 1));

        Assert.Equal(["DoTask x1", "DoTask x2"], Recording.TimelineOf(Main).Critical());
    }
}
