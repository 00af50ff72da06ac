using static AsyncBasics.Asyncio;
using static AsyncBasics.Lab.Tests.LessonPrograms;

namespace AsyncBasics.Lab.Tests.Timelines;

public sealed class PartTests
{
    [Fact]
    public void FromParts_GivesATimelineForEachPart_EachFromZero()
    {
        IReadOnlyList<Timeline> parts = Timeline.FromParts(Recording.Of(Lesson));

        Assert.Equal(["sequential", "concurrent", "create_task"], parts.Select(part => part.Title));
        Assert.Equal([6.0, 3, 3], parts.Select(part => part.Took.TotalSeconds));
        Assert.Equal([6.0, 3, 3], parts.Select(part => part.HadToTake!.Value.TotalSeconds));
        Assert.All(parts, part => Assert.Equal(TimeSpan.Zero, part.Lanes[0].Start));
        Assert.Equal("0-2 sleeps 2 s; Succeeded at 2", parts[1].Named("DoTask A").Story());
    }

    [Fact]
    public void FromParts_TheOneThatOnlyFramesThePart_HasNoLane()
    {
        IReadOnlyList<Timeline> parts = Timeline.FromParts(Recording.Of(Lesson));

        Assert.Equal(["Sequential", ">DoTask A", ">DoTask B", ">DoTask C"], parts[0].Tree());
    }

    [Fact]
    public void FromParts_OneThatDoesThePartsWorkItself_GoesOnBeyondIt()
    {
        static async Coroutine Main(TraceRecorder recorder)
        {
            using (recorder.Part("part"))
            {
                await Gather(DoTask("A", 2), DoTask("B", 1));
            }

            await Sleep(1);
        }

        Timeline part = Assert.Single(Timeline.FromParts(Recording.Of(Main)));

        Assert.Equal("0-2 waits for gather; Pending at 2", part.Named("Main").Story());
    }

    [Fact]
    public void FromParts_ShareOneScale_UnlessAPartIsFarShorter()
    {
        static async Coroutine Main(TraceRecorder recorder)
        {
            foreach (double seconds in new[] { 8, 2, 1.9 })
            {
                using IDisposable part = recorder.Part("part");
                await DoTask("A", seconds);
            }
        }

        IReadOnlyList<Timeline> parts = Timeline.FromParts(Recording.Of(Main));

        Assert.Equal([8.0, 8, 1.9], parts.Select(part => part.Scale.TotalSeconds));
    }

    [Fact]
    public void FromParts_TaskLeftOverFromThePartBefore_IsShownFromZero()
    {
        static async Coroutine Main(TraceRecorder recorder)
        {
            LoopTask<string> task;
            using (recorder.Part("first"))
            {
                task = CreateTask(DoTask("A", 3));
                await Sleep(1);
            }

            using (recorder.Part("second"))
            {
                await task;
            }
        }

        IReadOnlyList<Timeline> parts = Timeline.FromParts(Recording.Of(Main));

        Assert.Equal("0-1 sleeps 3 s; Pending at 1", parts[0].Named("DoTask A").Story());
        Assert.Equal("0-2 sleeps 3 s; Succeeded at 2", parts[1].Named("DoTask A").Story());
        Assert.Equal(TimeSpan.FromSeconds(2), parts[1].HadToTake);
    }

    [Fact]
    public void Part_ThatIsNotDisposed_EndsWhereTheNextBegins()
    {
        static async Coroutine Main(TraceRecorder recorder)
        {
            recorder.Part("first");
            await DoTask("A", 1);
            recorder.Part("second");
            await DoTask("B", 2);
        }

        IReadOnlyList<Timeline> parts = Timeline.FromParts(Recording.Of(Main));

        Assert.Equal([("first", 1.0), ("second", 2.0)], parts.Select(part => (part.Title, part.Took.TotalSeconds)));
        Assert.All(parts, part => Assert.True(part.IsOver));
    }

    [Fact]
    public void Parts_AroundWholeRuns_EachOnAClockOfItsOwn()
    {
        var recorder = new TraceRecorder();
        foreach ((string title, Func<Coroutine> program) in new[] { ("blocking", (Func<Coroutine>)Blocking), ("gather", Concurrent) })
        {
            using IDisposable part = recorder.Part(title);
            Run(program(), new EventLoopOptions { Clock = new VirtualClock(), Observer = recorder });
        }

        IReadOnlyList<Timeline> parts = Timeline.FromParts(recorder.ToTrace());

        Assert.Equal([6.0, 3], parts.Select(part => part.Took.TotalSeconds));
        Assert.Equal(["Concurrent", ">DoTask A", ">DoTask B", ">DoTask C"], parts[1].Tree());
        Assert.Equal(["DoTask C"], parts[1].Critical());
        Assert.Equal(TimeSpan.FromSeconds(3), parts[1].HadToTake);
    }

    [Fact]
    public void From_TheWholeRun_ShowsThePartsBelowTheProgram()
    {
        Timeline whole = Timeline.From(Recording.Of(Lesson), "lesson");

        Assert.Equal("lesson", whole.Title);
        Assert.Equal(12, whole.Took.TotalSeconds);
        Assert.Equal(["Lesson", ">Sequential", ">>DoTask A"], whole.Tree()[..3]);
    }

    [Fact]
    public void From_AnEmptyTrace_IsAnEmptyTimeline()
    {
        Timeline timeline = Timeline.From(new TraceRecorder().ToTrace());

        Assert.Equal((0, TimeSpan.Zero, null, true), (timeline.Lanes.Count, timeline.Took, timeline.HadToTake, timeline.IsOver));
        Assert.Empty(Timeline.FromParts(new TraceRecorder().ToTrace()));
    }

    private static async Coroutine Lesson(TraceRecorder recorder)
    {
        using (recorder.Part("sequential"))
        {
            await Sequential();
        }

        using (recorder.Part("concurrent"))
        {
            await Concurrent();
        }

        using (recorder.Part("create_task"))
        {
            await UsingCreateTask();
        }
    }
}
