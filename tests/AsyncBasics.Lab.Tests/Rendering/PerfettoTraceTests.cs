using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace AsyncBasics.Lab.Tests.Rendering;

public sealed class PerfettoTraceTests
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(80).WithQuietOnSuccess(true).WithReplay(2026, 11);

    [Fact]
    public void Write_GivesEachLaneATrackWithNameAndPlaceInTheOrder()
    {
        JsonElement[] events = Events(SampleReports.Concurrent);

        Assert.Equal(
            ["Concurrent", "DoTask A", "DoTask B", "DoTask C"],
            Named(events, "thread_name").OrderBy(Track).Select(name => name.GetProperty("args").GetProperty("name").GetString()));
        Assert.Equal(
            [0, 1, 2, 3],
            Named(events, "thread_sort_index").OrderBy(Track).Select(name => name.GetProperty("args").GetProperty("sort_index").GetInt32()));
        Assert.Equal(4, events.Where(happened => Phase(happened) == "X").Select(Track).Distinct().Count());
    }

    [Fact]
    public void Write_TellsTimesInMicroseconds()
    {
        JsonElement sleep = Assert.Single(Events(SampleReports.Concurrent), happened => happened.GetProperty("name").GetString() == "sleeps 3 s");

        Assert.Equal(0, sleep.GetProperty("ts").GetDouble());
        Assert.Equal(3_000_000, sleep.GetProperty("dur").GetDouble());
    }

    [Fact]
    public void Write_DrawsAnArrowFromWhoEndedAWaitToWhoWaited()
    {
        JsonElement[] events = Events(SampleReports.Concurrent);

        JsonElement from = Assert.Single(events, happened => Phase(happened) == "s");
        JsonElement to = Assert.Single(events, happened => Phase(happened) == "f");
        Assert.Equal(from.GetProperty("id").GetInt32(), to.GetProperty("id").GetInt32());
        Assert.Equal("e", to.GetProperty("bp").GetString());
        Assert.Equal("DoTask C", NameOfTrack(events, Track(from)));
        Assert.Equal("Concurrent", NameOfTrack(events, Track(to)));
    }

    [Fact]
    public void Write_HasAnInstantForEachLineOfOutput()
    {
        string?[] output = [.. Events(SampleReports.Concurrent).Where(happened => Phase(happened) == "i").Select(happened => happened.GetProperty("name").GetString())];

        Assert.Equal(6, output.Length);
        Assert.Contains("Task B done", output);
    }

    [Fact]
    public void Write_OfAReportWithoutARun_HasNoEvents() => Assert.Empty(Events(SampleReports.CompileError));

    [Fact]
    public void Write_OfAnyReport_KeepsTheRulesOfTheFormat()
    {
        Prop.ForAll(Arb.From(RandomReports.Reports), report =>
        {
            JsonElement[] events = Events(report);
            Assert.All(events, happened =>
            {
                Assert.Contains(Phase(happened), "MXsfi");
                Assert.True(Phase(happened) == "M" || happened.GetProperty("ts").GetDouble() > -1);
                Assert.True(Phase(happened) != "X" || happened.GetProperty("dur").GetDouble() >= 0);
                Assert.True(Phase(happened) != "i" || happened.GetProperty("s").GetString() == "t");
            });
            AssertNested(events);
            AssertBound(events);
        }).Check(s_config);
    }

    /// <summary>Slices of one track lie in each other or beside each other.</summary>
    private static void AssertNested(JsonElement[] events)
    {
        foreach (IGrouping<int, JsonElement> track in events.Where(happened => Phase(happened) == "X").GroupBy(Track))
        {
            Stack<double> open = new();
            foreach (JsonElement slice in track.OrderBy(slice => slice.GetProperty("ts").GetDouble()).ThenByDescending(slice => slice.GetProperty("dur").GetDouble()))
            {
                (double from, double to) = Span(slice);
                while (open.TryPeek(out double end) && end <= from + Tolerance(from) && open.Count > 1)
                {
                    open.Pop();
                }

                Assert.True(open.Count == 0 || to <= open.Peek() + Tolerance(to));
                open.Push(to);
            }
        }
    }

    /// <summary>Each arrow begins and ends in a slice.</summary>
    private static void AssertBound(JsonElement[] events)
    {
        ILookup<int, JsonElement> slices = events.Where(happened => Phase(happened) == "X").ToLookup(Track);
        Assert.All(events.Where(happened => Phase(happened) is "s" or "f"), arrow =>
        {
            double time = arrow.GetProperty("ts").GetDouble();
            Assert.Contains(slices[Track(arrow)], slice => Span(slice).From <= time + Tolerance(time) && time < Span(slice).To + Tolerance(time));
        });
    }

    /// <summary>What a double rounds off; of times of years it is more than the little by which arrows stand earlier.</summary>
    private static double Tolerance(double time) => 1e-6 + (time * 4e-15);

    private static (double From, double To) Span(JsonElement slice)
    {
        double from = slice.GetProperty("ts").GetDouble();
        return (from, from + slice.GetProperty("dur").GetDouble());
    }

    private static JsonElement[] Events(Report report) =>
        [.. JsonDocument.Parse(PerfettoTrace.Write(report)).RootElement.GetProperty("traceEvents").EnumerateArray()];

    private static IEnumerable<JsonElement> Named(JsonElement[] events, string name) =>
        events.Where(happened => Phase(happened) == "M" && happened.GetProperty("name").GetString() == name);

    private static string? NameOfTrack(JsonElement[] events, int track) =>
        Named(events, "thread_name").Single(name => Track(name) == track).GetProperty("args").GetProperty("name").GetString();

    private static string Phase(JsonElement happened) => happened.GetProperty("ph").GetString()!;

    private static int Track(JsonElement happened) => happened.GetProperty("tid").GetInt32();
}
