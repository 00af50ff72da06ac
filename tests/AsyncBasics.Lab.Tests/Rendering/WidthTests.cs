using FsCheck;
using FsCheck.Fluent;

namespace AsyncBasics.Lab.Tests.Rendering;

public sealed class WidthTests
{
    /// <summary>Fixed, so that a failure is there again in the next run.</summary>
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(400).WithQuietOnSuccess(true).WithReplay(2026, 11);

    [Fact]
    public void Render_OfAnyTimeline_NeverHasALineWiderThanAsked()
    {
        Arbitrary<(Timeline Timeline, TextTimelineOptions Options)> pictures = Arb.From(
            from timeline in RandomTimelines.Timelines
            from width in Gen.Choose(20, 200)
            from unicode in Gen.Elements(true, false)
            select (timeline, new TextTimelineOptions { Width = width, Unicode = unicode }));

        Prop.ForAll(pictures, picture =>
        {
            IReadOnlyList<string> lines = TextTimeline.Render(picture.Timeline, picture.Options);
            return lines.All(line => DisplayText.WidthOf(line) <= picture.Options.Width);
        }).Check(s_config);
    }

    [Fact]
    public void Render_InAscii_OfAnyTimeline_IsAscii()
    {
        Prop.ForAll(Arb.From(RandomTimelines.Timelines), timeline =>
        {
            IReadOnlyList<string> lines = TextTimeline.Render(timeline, new TextTimelineOptions { Unicode = false });
            return lines.All(line => line.All(character => character is >= ' ' and <= '~'));
        }).Check(s_config);
    }

    [Fact]
    public void Render_InColour_OfAnyTimeline_IsTheSameTextWithColours()
    {
        Prop.ForAll(Arb.From(RandomTimelines.Timelines), timeline =>
        {
            IReadOnlyList<string> plain = TextTimeline.Render(timeline);
            IReadOnlyList<string> coloured = TextTimeline.Render(timeline, new TextTimelineOptions { Colour = true });
            return plain.SequenceEqual(coloured.Select(line => Regexes.Colours().Replace(line, string.Empty)));
        }).Check(s_config);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(19)]
    public void Render_OnAnAbsurdlyNarrowTerminal_StillKeepsToIt(int width)
    {
        foreach (Timeline timeline in RandomTimelines.Timelines.Sample(20, 50))
        {
            Assert.All(
                TextTimeline.Render(timeline, new TextTimelineOptions { Width = width }),
                line => Assert.True(DisplayText.WidthOf(line) <= width));
        }
    }

    [Fact]
    public void Describe_OfAnyTimeline_HasASentenceForEachLaneAndOneForTheWhole()
    {
        Prop.ForAll(Arb.From(RandomTimelines.Timelines), timeline =>
        {
            IReadOnlyList<string> sentences = TimelineWords.Describe(timeline);
            return sentences.Count == timeline.Lanes.Count + 1 && sentences.All(sentence => sentence.EndsWith('.'));
        }).Check(s_config);
    }
}
