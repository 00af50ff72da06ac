using FsCheck;
using FsCheck.Fluent;

namespace AsyncBasics.Lab.Tests.Rendering;

public sealed class TextReportTests
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(80).WithQuietOnSuccess(true).WithReplay(2026, 11);

    [Fact]
    public void Render_WithABlockingCall_UnderlinesItAndTellsTheRepair() => Expect(
        """
        Blocking.cs                                       took 6.0 s · had to take 3.0 s
                          0s   1s   2s   3s   4s   5s   6s
         Blocking         ●┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈○  waits for gather
           BlockingTask A ██████████○                      blocks 2 s
           BlockingTask B ··········█████○                 starved 2 s, blocks 1 s
           BlockingTask C ···············███████████████○  starved 3 s, blocks 3 s
         ● runs   ┈ waits for others   · starved   █ blocks the loop   ○ done

        AB002 line 6: Thread.Sleep holds the loop for 6.0 s: B and C could not even
              start. Costs 3.0 s.
           6 │     Thread.Sleep(TimeSpan.FromSeconds(seconds));
             │     ~~~~~~~~~~~~  await Task.Delay(…)  gives the others their turn

        took 6.0 s · had to take 3.0 s · 1 finding
        """,
        SampleReports.Blocking);

    [Fact]
    public void Render_WithGhosts_ShowsWhereLanesCouldHaveRun() => Expect(
        """
        OneByOne.cs                                       took 6.0 s · had to take 3.0 s
                           0s   1s   2s   3s   4s   5s   6s
         CreatedAndAwaited ●┈┈┈┈┈┈┈┈┈●┈┈┈┈●┈┈┈┈┈┈┈┈┈┈┈┈┈┈○  awaits 3 in turn
           DoTask A        ●▒▒▒▒▒▒▒▒▒○                      sleeps 2 s
           DoTask B        ╌╌╌╌╌     ●▒▒▒▒○                 sleeps 1 s
           DoTask C        ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌●▒▒▒▒▒▒▒▒▒▒▒▒▒▒○  sleeps 3 s
         ● runs   ▒ waits, critical   ┈ waits for others   ○ done   ╌ could have run

        AB004 line 8: B started at 2.0 s only because A was awaited at line 8. Costs
              3.0 s.
           8 │     await a;
             │     ~~~~~~~  create all three first, then await them
             +     var a = CreateTask(DoTask("A", 2));
             +     var b = CreateTask(DoTask("B", 1));
             +     var c = CreateTask(DoTask("C", 3));

        took 6.0 s · had to take 3.0 s · 1 finding
        """,
        SampleReports.OneByOne);

    [Fact]
    public void Render_OfAProgramThatFailed_SaysWithWhatAndWhere() => Expect(
        """
        Line 2: ExpectedException: B failed
           2 │     Gather();
             │     ~~~~~~~~

        failed after 1.0 s · no findings
        """,
        SampleReports.Failed with { Timeline = null });

    [Fact]
    public void Render_OfAProgramThatDoesNotCompile_SaysItAsTheCompilerDoes() => Expect(
        """
        Wrong.cs(2,8): error CS0103: The name 'Tsk' does not exist in the current
          context
           2 │     await Tsk.Delay(x);
             │           ~~~

        1 error: it could not be compiled
        """,
        SampleReports.CompileError);

    [Fact]
    public void Render_InAscii_HasATwinForEachSign() => Expect(
        """
        Blocking.cs                   took 6.0 s - had to take 3.0 s
                          0s    2s    4s    6s
         Blocking         *.................o  waits for gather
           BlockingTask A ######o              blocks 2 s
           BlockingTask B ::::::###o           starved 2 s, ..
           BlockingTask C :::::::::#########o  starved 3 s, ..
         * runs   . waits for others   : starved   # blocks the loop
         o done

        AB002 line 6: Thread.Sleep holds the loop for 6.0 s: B and C
              could not even start. Costs 3.0 s.
           6 |     Thread.Sleep(TimeSpan.FromSeconds(seconds));
             |     ~~~~~~~~~~~~  gives the others their turn
             +     await Task.Delay(..)

        took 6.0 s - had to take 3.0 s - 1 finding
        """,
        SampleReports.Blocking,
        new TextTimelineOptions { Width = 60, Unicode = false });

    [Fact]
    public void Render_WithSeveralFiles_NamesTheFile()
    {
        Report report = SampleReports.Blocking with { Files = [.. SampleReports.Blocking.Files, new SourceFile("Other.cs", string.Empty)] };

        Assert.Contains(TextReport.Render(report), line => line.StartsWith("AB002 Blocking.cs line 6: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Render_OfALineWithTabsAndWideCharacters_UnderlinesWhatIsMeant()
    {
        const string Source = "\tvar 名前 = Read(\"日本\").Result;";
        Report report = Quoting(Source, column: Source.IndexOf(".Result", StringComparison.Ordinal) + 2, length: 6);

        string[] lines = [.. TextReport.Render(report)];
        int quote = Array.FindIndex(lines, line => line.StartsWith("   1 │", StringComparison.Ordinal));
        Assert.Equal("   1 │     var 名前 = Read(\"日本\").Result;", lines[quote]);
        Assert.Equal("     │                             ~~~~~~", lines[quote + 1]);
    }

    [Fact]
    public void Render_OfAVeryLongLine_ShowsThePartThatIsMeant()
    {
        string source = $"        Use({new string('x', 200)}, Read().Result, {new string('y', 200)});";
        Report report = Quoting(source, source.IndexOf("Result", StringComparison.Ordinal) + 1, length: 6);

        string[] lines = [.. TextReport.Render(report)];
        int quote = Array.FindIndex(lines, line => line.StartsWith("   1 │", StringComparison.Ordinal));
        int underline = lines[quote + 1].IndexOf('~', StringComparison.Ordinal);
        Assert.Equal("Result", lines[quote].Substring(underline, 6));
    }

    [Fact]
    public void Render_OfLongNamesThatBeginAlike_TellsThemApartByTheirEnds()
    {
        Timeline timeline = SampleReports.Blocking.Timeline!;
        Lane[] lanes = [.. timeline.Lanes.Select((lane, number) => lane with { Name = $"Download https://example.org/files/{number}" })];

        IReadOnlyList<string> lines = TextReport.Render(SampleReports.Blocking with { Timeline = timeline with { Lanes = lanes } });
        Assert.StartsWith("   Download …org/files/1 ", lines[3], StringComparison.Ordinal);
        Assert.StartsWith("   Download …org/files/2 ", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public void Render_OfAPlaceOfWhichOnlyTheLineIsKnown_UnderlinesTheLine()
    {
        Report report = SampleReports.Failed with { Timeline = null, Place = new SourcePlace("Failed.cs", 2, 1, 2, 1) };

        Assert.Contains("     │     ~~~~~~~~~", TextReport.Render(report));
    }

    [Fact]
    public void Render_OfADeadlock_SaysOfEachLaneThatItStandsStill()
    {
        Timeline timeline = SampleReports.Concurrent.Timeline!;
        Report report = SampleReports.Concurrent with
        {
            Outcome = Outcome.Deadlock,
            Timeline = timeline with { Lanes = [.. timeline.Lanes.Select(lane => lane with { State = FutureState.Pending })] },
        };

        Assert.Equal(4, TextReport.Render(report, new TextTimelineOptions { Width = 120 }).Count(line => line.Contains(", stands still", StringComparison.Ordinal)));
    }

    [Fact]
    public void Render_TellsTheNotes() =>
        Assert.Contains("Note: One was left out.", TextReport.Render(SampleReports.Concurrent with { Notes = ["One was left out."] }));

    [Fact]
    public void Render_OfManyLanes_KeepsThoseThatAFindingSpeaksOf()
    {
        Timeline timeline = SampleReports.Blocking.Timeline!;
        Lane[] lanes = [.. timeline.Lanes, .. Enumerable.Range(0, 1000).Select(number => timeline.Lanes[1] with { Name = $"Other {number}" })];
        Report report = SampleReports.Blocking with
        {
            Timeline = timeline with { Lanes = lanes },
            Findings = [SampleReports.Blocking.Findings[0] with { Lanes = [700] }],
        };

        IReadOnlyList<string> lines = TextReport.Render(report, new TextTimelineOptions { MaxLanes = 10 });
        Assert.Contains(lines, line => line.Contains("Other 696", StringComparison.Ordinal));
        Assert.Equal(2, lines.Count(line => line.StartsWith(" and ", StringComparison.Ordinal) && line.EndsWith(" more", StringComparison.Ordinal)));
    }

    [Fact]
    public void Render_OfAnyReport_KeepsToTheWidthAndTellsEachFinding()
    {
        Arbitrary<(Report Report, TextTimelineOptions Options)> reports = Arb.From(
            from report in RandomReports.Reports
            from width in Gen.Choose(60, 200)
            from unicode in Gen.Elements(true, false)
            select (report, new TextTimelineOptions { Width = width, Unicode = unicode }));

        Prop.ForAll(reports, drawn =>
        {
            IReadOnlyList<string> lines = TextReport.Render(drawn.Report, drawn.Options);
            Assert.All(lines, line => Assert.True(DisplayText.WidthOf(line) <= drawn.Options.Width, line));
            Assert.All(lines, line => Assert.DoesNotContain(line, char.IsControl));
            Assert.All(lines, line => Assert.True(drawn.Options.Unicode || line.All(char.IsAscii), line));
            Assert.All(drawn.Report.Findings, finding => Assert.Contains(lines, line => line.StartsWith(finding.Id, StringComparison.Ordinal)));
        }).Check(s_config);
    }

    [Fact]
    public void Render_InColour_OfAnyReport_IsTheSameTextWithColours()
    {
        Prop.ForAll(Arb.From(RandomReports.Reports), report =>
        {
            IReadOnlyList<string> plain = TextReport.Render(report);
            IReadOnlyList<string> coloured = TextReport.Render(report, new TextTimelineOptions { Colour = true });
            Assert.Equal(plain, coloured.Select(line => Regexes.Colours().Replace(line, string.Empty)));
        }).Check(s_config);
    }

    private static Report Quoting(string source, int column, int length) => SampleReports.Blocking with
    {
        Timeline = null,
        Files = [new SourceFile("Quoted.cs", source)],
        Findings = [SampleReports.Finding(FindingKind.SyncOverAsync, "Quoted.cs", 1, column, column + length, "Blocks.")],
    };

    private static void Expect(string text, Report report, TextTimelineOptions? options = null) =>
        Assert.Equal(text.ReplaceLineEndings("\n"), string.Join('\n', TextReport.Render(report, options)));
}
