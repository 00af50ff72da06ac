using static AsyncBasics.Lab.Tests.LessonPrograms;

namespace AsyncBasics.Lab.Tests.Rendering;

public sealed class TextTimelineTests
{
    private static readonly Timeline s_timeline = Timeline.From(Recording.Of(Concurrent), "gather: three tasks together");

    [Fact]
    public void Render_WithKnownLines_HasAColumnForThem()
    {
        Timeline timeline = s_timeline with { Lanes = [.. s_timeline.Lanes.Select((lane, i) => lane with { Line = 5 + (i * 10) })] };

        IReadOnlyList<string> lines = TextTimeline.Render(timeline);

        Assert.StartsWith(" Concurrent      l.5  ●", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("   DoTask A      l.15 ●", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Render_OfMoreLanesThanAsked_KeepsTheCriticalOnesAndTellsHowManyAreLeftOut()
    {
        IReadOnlyList<string> lines = TextTimeline.Render(s_timeline, new TextTimelineOptions { MaxLanes = 2, Legend = false });

        Assert.Equal(5, lines.Count);
        Assert.Equal(" and 2 more", lines[^2]);
        Assert.Contains("DoTask C", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Render_WithoutLegend_EndsWithTheLanes() => Assert.StartsWith(
        "   DoTask C", TextTimeline.Render(s_timeline, new TextTimelineOptions { Legend = false })[^1], StringComparison.Ordinal);

    [Fact]
    public void Render_InColour_MarksTheStates()
    {
        string lane = TextTimeline.Render(s_timeline, new TextTimelineOptions { Colour = true })[5];

        Assert.Contains("\e[1;34m▒", lane, StringComparison.Ordinal);
        Assert.Contains("\e[32m○\e[0m", lane, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_TitleTooLongForTheSummaryBesideIt_TakesALineOfItsOwn()
    {
        IReadOnlyList<string> lines = TextTimeline.Render(s_timeline, new TextTimelineOptions { Width = 50 });

        Assert.Equal("gather: three tasks together", lines[0]);
        Assert.Equal("took 3.0 s · had to take 3.0 s", lines[1]);
    }

    [Fact]
    public void Render_WithoutWhatItHadToTake_SaysOnlyWhatItTook()
    {
        string header = TextTimeline.Render(s_timeline with { HadToTake = null })[0];

        Assert.EndsWith("took 3.0 s", header, StringComparison.Ordinal);
        Assert.DoesNotContain("had to take", header, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_OfNothing_IsAHeaderAndAnAxis()
    {
        IReadOnlyList<string> lines = TextTimeline.Render(Timeline.From(new TraceRecorder().ToTrace()), new() { Width = 40 });

        Assert.Equal(["took 0.0 s", "0s"], lines.Select(line => line.Trim()));
    }

    [Theory]
    [InlineData(1, "0s 0.2s 0.4s 0.6s 0.8s 1s")]
    [InlineData(6, "0s 1s 2s 3s 4s 5s 6s")]
    [InlineData(12.5, "0s 2s 4s 6s 8s 10s 12s")]
    [InlineData(60, "0s 10s 20s 30s 40s 50s 60s")]
    [InlineData(600, "0m 2m 4m 6m 8m 10m")]
    [InlineData(7200, "0m 20m 40m 60m 80m 100m 120m")]
    [InlineData(0.006, "0ms 1ms 2ms 3ms 4ms 5ms 6ms")]
    [InlineData(0.00003, "0us 5us 10us 15us 20us 25us 30us")]
    [InlineData(31_536_000, "0d 100d 200d 300d")]
    public void Ticks_AreRoundMoments(double seconds, string expected)
    {
        var axis = new TimeAxis(TimeSpan.FromSeconds(seconds), 40);

        Assert.Equal(expected, string.Join(' ', axis.Ticks().Select(tick => tick.Label)));
    }
}
