using FsCheck;
using FsCheck.Fluent;

namespace AsyncBasics.Lab.Tests.Rendering;

public sealed class RunReplayTests
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(80).WithQuietOnSuccess(true).WithReplay(2026, 11);

    [Fact]
    public void Of_TellsStepByStepWhatHappens() => Assert.Equal(
        [
            "0: Concurrent begins and waits for gather.",
            "0: DoTask A begins, writes “Task A starting...” and sleeps 2 s.",
            "0: DoTask B begins, writes “Task B starting...” and sleeps 1 s.",
            "0: DoTask C begins, writes “Task C starting...” and sleeps 3 s.",
            "1: DoTask B wakes, writes “Task B done” and is done.",
            "2: DoTask A wakes, writes “Task A done” and is done.",
            "3: DoTask C wakes, writes “Task C done” and is done.",
            "3: Concurrent goes on and is done.",
        ],
        Captions(SampleReports.Concurrent));

    [Fact]
    public void Of_PutsCausesBeforeTheirEffects() => Assert.Equal(
        [
            "2: DoTask A wakes, writes “Task A done” and is done.",
            "2: CreatedAndAwaited goes on and waits for DoTask B.",
            "2: DoTask B begins, writes “Task B starting...” and sleeps 1 s.",
        ],
        Captions(SampleReports.OneByOne).Where(caption => caption.StartsWith("2:", StringComparison.Ordinal)));

    [Fact]
    public void Of_ShowsWhoHoldsTheLoopAndWhoIsStarved()
    {
        string[] captions = Captions(SampleReports.Blocking);

        Assert.Contains("0: BlockingTask A begins and blocks 2 s: nobody else has a turn.", captions);
        Assert.Contains("0: BlockingTask B begins and could go on, but the loop is held.", captions);
        Assert.Contains("2: BlockingTask B gets its turn after 2 s and blocks 1 s: nobody else has a turn.", captions);
    }

    [Fact]
    public void Of_TellsWhichLinesHaveBeenWritten()
    {
        var replay = RunReplay.Of(SampleReports.Concurrent);

        Assert.Equal(["Task A starting...", "Task B starting...", "Task C starting...", "Task B done", "Task A done", "Task C done"], replay.Output);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 6], replay.Moments.Select(moment => moment.LinesWritten));
    }

    [Fact]
    public void Of_WhoeverWroteLater_ActsLater_ThoughItWokeBefore()
    {
        Report report = SampleReports.Of("Two.cs", TwoAtOnce, string.Empty) with { Stdout = "b\na\n" };
        Timeline timeline = report.Timeline!;
        Lane[] lanes =
        [
            .. timeline.Lanes.Select((lane, number) => number == 0 ? lane : lane with { Output = [new OutputLine(lane.End, number == 1 ? "a" : "b")] }),
        ];

        Assert.Equal(
            [
                "1: DoTask A wakes.",
                "1: DoTask B wakes, writes “b” and is done.",
                "1: DoTask A writes “a” and is done.",
                "1: TwoAtOnce goes on and is done.",
            ],
            Captions(report with { Timeline = timeline with { Lanes = lanes } })[^4..]);
    }

    [Fact]
    public void Of_AnErrorThatEndsInAStop_HasOneStop()
    {
        Timeline timeline = SampleReports.Failed.Timeline!;
        Lane[] lanes = [.. timeline.Lanes.Select(lane => lane.Error is null ? lane : lane with { Error = "IOException: The disk is full." })];
        Report report = SampleReports.Failed with { Timeline = timeline with { Lanes = lanes } };

        Assert.EndsWith("fails with IOException: The disk is full.", Captions(report)[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(ReportWords.Describe(report), sentence => sentence.EndsWith("..", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_ADeadlock_EndsWithTheChainOfWhoWaitsForWhom()
    {
        Report report = Run("""
            var a = new SemaphoreSlim(1);
            var b = new SemaphoreSlim(1);
            await Task.WhenAll(Left(), Right());
            async Task Left() { await a.WaitAsync(); await Task.Delay(100); await b.WaitAsync(); }
            async Task Right() { await b.WaitAsync(); await Task.Delay(200); await a.WaitAsync(); }
            """);

        Assert.Equal(
            [
                "0.1: Left wakes and waits for a semaphore.",
                "0.2: Right wakes and waits for a semaphore.",
                "0.2: Nobody can go on any more; Main waits for WhenAll (line 3); Left waits for a semaphore that Right has taken (line 4); "
                    + "Right waits for a semaphore that Left has taken (line 5).",
            ],
            Captions(report)[^3..]);
        Assert.Equal(
            ["0 waits for WhenAll 3", "1 waits for a semaphore that Right has taken 4", "2 waits for a semaphore that Left has taken 5"],
            RunReplay.Of(report).Stuck.Select(stuck => $"{stuck.Lane} {stuck.Text} {stuck.Place?.Line}"));
    }

    [Fact]
    public void Of_ABlockThatNeverEnds_TellsForWhom()
    {
        string[] captions = Captions(Run("""
            int x = Slow().Result;
            await Task.Yield();
            async Task<int> Slow() { await Task.Delay(1000); return 1; }
            """));

        Assert.Equal("0: Main begins and blocks from here on: nobody else has a turn.", captions[0]);
        Assert.Equal(
            "1: Nobody can go on any more; Main blocks until Slow has ended (line 1); Slow could go on, and waits for its turn (line 3).",
            captions[^1]);
    }

    [Fact]
    public void Of_ARunThatIsStopped_EndsWithTheReason()
    {
        string[] captions = Captions(Run("""
            await Task.Delay(100);
            Environment.Exit(3);
            """));

        Assert.Equal("0.1: The program ended itself with exit code 3.", captions[^1]);
    }

    [Fact]
    public void Of_AReportWithoutARun_HasNoMoments() => Assert.Empty(RunReplay.Of(SampleReports.CompileError).Moments);

    [Fact]
    public void Of_AnyReport_IsInOrderOfTime_AndShowsAllOutput()
    {
        Prop.ForAll(Arb.From(RandomReports.Reports), report =>
        {
            var replay = RunReplay.Of(report);
            Assert.Equal(replay.Moments.Select(moment => moment.Time).Order(), replay.Moments.Select(moment => moment.Time));
            Assert.Equal(replay.Moments.Select(moment => moment.LinesWritten).Order(), replay.Moments.Select(moment => moment.LinesWritten));
            Assert.All(replay.Moments, moment => Assert.InRange(moment.LinesWritten, 0, replay.Output.Count));
        }).Check(s_config);
    }

    private static async Coroutine TwoAtOnce() =>
        await Asyncio.Gather(LessonPrograms.DoTask("A", 1), LessonPrograms.DoTask("B", 1));

    private static Report Run(string source) => Laboratory.Run([new SourceFile("Program.cs", source)], new RunOptions());

    private static string[] Captions(Report report) =>
        [.. RunReplay.Of(report).Moments.Select(moment => FormattableString.Invariant($"{moment.Time.TotalSeconds}: {moment.Caption}"))];
}
