using static AsyncBasics.Asyncio;
using static AsyncBasics.Lab.Tests.LessonPrograms;

namespace AsyncBasics.Lab.Tests.Rendering;

public sealed class TimelineWordsTests
{
    [Fact]
    public void Describe_TellsWhatThePictureShows() => Assert.Equal(
        [
            "Blocking: took 6.0 s and had to take 3.0 s.",
            "Blocking begins at 0 s, waits for gather until 6 s and is done at 6 s.",
            "BlockingTask A begins at 0 s, blocks 2 s and is done at 2 s; it is on the critical path.",
            "BlockingTask B begins at 0 s, is starved 2 s, blocks 1 s and is done at 3 s; it is on the critical path.",
            "BlockingTask C begins at 0 s, is starved 3 s, blocks 3 s and is done at 6 s; it is on the critical path.",
        ],
        TimelineWords.Describe(Recording.TimelineOf(Blocking)));

    [Fact]
    public void Describe_TellsHowEachLaneEnded()
    {
        static async Coroutine Main(TraceRecorder recorder)
        {
            using IDisposable part = recorder.Part("ends");
            LoopTask<string> a = CreateTask(DoTask("A", 5));
            LoopTask<string> b = CreateTask(DoTask("B", 5));
            LoopTask<string> c = CreateTask(FailingTask("C", 0.5));
            await Sleep(1);
            b.Cancel();
            await Wait<LoopTask<string>>([b, c]);
        }

        Assert.Equal(
            [
                "ends: took 1.0 s and had to take 1.0 s.",
                "Main begins at 0 s, sleeps 1 s and goes on after that; it is on the critical path.",
                "DoTask A begins at 0 s, sleeps 5 s and goes on after that.",
                "DoTask B begins at 0 s, sleeps 1 of 5 s and is cancelled at 1 s.",
                "FailingTask C begins at 0 s, sleeps 0.5 s and fails at 0.5 s with ExpectedException: C failed.",
            ],
            TimelineWords.Describe(Timeline.FromParts(Recording.Of(Main))[0]));
    }

    [Fact]
    public void Describe_OfManySmallThings_GivesTheirSums()
    {
        static async Coroutine Main()
        {
            for (int i = 0; i < 10; i++)
            {
                await Sleep(0.3);
            }
        }

        Assert.Equal(
            "Main begins at 0 s, sleeps 10 times, 3 s and is done at 3 s; it is on the critical path.",
            TimelineWords.Describe(Recording.TimelineOf(Main))[1]);
    }

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(0.000_005, "5 µs")]
    [InlineData(0.0015, "1.5 ms")]
    [InlineData(0.05, "50 ms")]
    [InlineData(0.25, "0.25 s")]
    [InlineData(0.9999, "1 s")]
    [InlineData(1.5, "1.5 s")]
    [InlineData(2.004, "2 s")]
    [InlineData(119.999, "2 min")]
    [InlineData(125, "2 min 5 s")]
    [InlineData(7260, "2 h 1 min")]
    [InlineData(259_200, "3 d")]
    public void Durations_AreAsShortAsTheyGo(double seconds, string expected) =>
        Assert.Equal(expected, DurationText.Short(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Durations_HaveAPoint_WhateverTheLanguage()
    {
        System.Globalization.CultureInfo before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("de-DE");
        try
        {
            Assert.Contains("took 4.0 s · had to take 4.0 s", TextTimeline.Render(Recording.TimelineOf(() => Pause(4)))[0], StringComparison.Ordinal);
            Assert.Contains("sleeps 1.5 s", string.Join('\n', TextTimeline.Render(Recording.TimelineOf(() => Pause(1.5)))), StringComparison.Ordinal);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }

        static async Coroutine Pause(double seconds) => await Sleep(seconds);
    }
}
