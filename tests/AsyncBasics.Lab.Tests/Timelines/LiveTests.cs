using static AsyncBasics.Asyncio;
using static AsyncBasics.Lab.Tests.LessonPrograms;

namespace AsyncBasics.Lab.Tests.Timelines;

public sealed class LiveTests
{
    [Fact]
    public void TraceOfARunThatGoesOn_HasOpenLanesUpToNow()
    {
        Timeline timeline = SnapshotAt(1.5, Concurrent);

        Assert.False(timeline.IsOver);
        Assert.Null(timeline.HadToTake);
        Assert.Equal(1.5, timeline.Took.TotalSeconds);
        Assert.Equal("0-1.5 waits for gather; Pending at 1.5", timeline.Named("Concurrent").Story());
        Assert.Equal("0-1.5 sleeps 2 s; Pending at 1.5", timeline.Named("DoTask A").Story());
        Assert.Equal("0-1 sleeps 1 s; Succeeded at 1", timeline.Named("DoTask B").Story());
    }

    [Fact]
    public void AxisOfARunThatGoesOn_ReachesAsFarAsTheKnownSleeps() =>
        Assert.Equal(3, SnapshotAt(0.5, Concurrent).Scale.TotalSeconds);

    [Fact]
    public void SleeperWhoseDeadlinePassesWhileTheLoopIsHeld_IsStarvedAlready()
    {
        static async Coroutine Main() => await Gather(DoTask("A", 1), BlockingTask("B", 3));

        Timeline timeline = SnapshotAt(2, Main);

        Assert.Equal("0-1 sleeps 1 s; 1-2 starved 1 s; Pending at 2", timeline.Named("DoTask A").Story());
        Assert.Equal("0-2 blocks 3 s; Pending at 2", timeline.Named("BlockingTask B").Story());
    }

    [Fact]
    public void TaskThatCouldNotStartYet_HasItsNameAlready()
    {
        static async Coroutine Main() => await Gather(BlockingTask("B", 3), DoTask("A", 1));

        Assert.Equal("0-2 starved 2 s; Pending at 2", SnapshotAt(2, Main).Named("DoTask A").Story());
    }

    [Fact]
    public void PartThatGoesOn_IsTheLastOne()
    {
        IReadOnlyList<Timeline>? parts = null;
        Recording.Of(Main);
        Assert.Equal([true, false], parts!.Select(part => part.IsOver));
        Assert.Equal(TimeSpan.Zero, parts![1].Took);

        async Coroutine Main(TraceRecorder recorder)
        {
            using (recorder.Part("first"))
            {
                await Sleep(1);
            }

            using (recorder.Part("second"))
            {
                parts = Timeline.FromParts(recorder.ToTrace());
                await Sleep(1);
            }
        }
    }

    [Fact]
    public void ToTrace_FromAnotherThread_WhileTheRunGoesOn_IsWholeEachTime()
    {
        var recorder = new TraceRecorder();
        var run = new Thread(() => Run(Many(), new EventLoopOptions { Clock = new VirtualClock(), Observer = recorder }));
        run.Start();
        int last = 0;
        while (run.IsAlive)
        {
            Trace trace = recorder.ToTrace();
            Assert.True(trace.Events.Count >= last);
            last = trace.Events.Count;
            Assert.All(Timeline.From(trace).Lanes, lane => Assert.True(lane.Start <= lane.End));
        }

        Assert.Equal(51, Timeline.From(recorder.ToTrace()).Lanes.Count);

        static async Coroutine Many()
        {
            await Gather(Enumerable.Range(1, 50).Select(number => Ticking(number)));
        }

        static async Coroutine<string> Ticking(int number)
        {
            for (int i = 0; i < 40; i++)
            {
                await Sleep(number);
            }

            return string.Empty;
        }
    }

    /// <summary>The timeline as a viewer would have seen it at a moment of the run.</summary>
    private static Timeline SnapshotAt(double seconds, Func<Coroutine> program)
    {
        Trace trace = Recording.Of(program);
        var now = TimeSpan.FromSeconds(seconds);
        return Timeline.From(trace with
        {
            Events = [.. trace.Events.TakeWhile(happened => happened.Time <= now)],
            Now = now,
            IsRunning = true,
        });
    }
}
