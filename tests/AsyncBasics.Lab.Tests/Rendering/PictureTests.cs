using static AsyncBasics.Asyncio;
using static AsyncBasics.Lab.Tests.LessonPrograms;

namespace AsyncBasics.Lab.Tests.Rendering;

/// <summary>Whole pictures, as they stand on the terminal.</summary>
public sealed class PictureTests
{
    [Fact]
    public void Sequential_TheTimesAddUp() => Expect(
        """
        Sequential                                        took 6.0 s · had to take 6.0 s
                         0s   1s   2s   3s   4s   5s   6s
         Sequential      ●┈┈┈┈┈┈┈┈┈●┈┈┈┈●┈┈┈┈┈┈┈┈┈┈┈┈┈┈○  awaits 3 in turn
           DoTask A      ●▒▒▒▒▒▒▒▒▒○                      sleeps 2 s
           DoTask B                ●▒▒▒▒○                 sleeps 1 s
           DoTask C                     ●▒▒▒▒▒▒▒▒▒▒▒▒▒▒○  sleeps 3 s
         ● runs   ▒ waits, critical   ┈ waits for others   ○ done
        """,
        Sequential);

    [Fact]
    public void Concurrent_TheLongestSetsTheTime() => Expect(
        """
        Concurrent                                        took 3.0 s · had to take 3.0 s
                         0s         1s         2s         3s
         Concurrent      ●┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈○  waits for gather
           DoTask A      ●░░░░░░░░░░░░░░░░░░░░░○             sleeps 2 s
           DoTask B      ●░░░░░░░░░░○                        sleeps 1 s
           DoTask C      ●▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒○  sleeps 3 s  critical
         ● runs   ░ waits   ▒ waits, critical   ┈ waits for others   ○ done
        """,
        Concurrent);

    [Fact]
    public void UsingCreateTask_TheLongestSetsTheTime() => Expect(
        """
        UsingCreateTask                                   took 3.0 s · had to take 3.0 s
                         0s         1s         2s         3s
         UsingCreateTask ●┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈●┈┈┈┈┈┈┈┈┈┈○  awaits 2 in turn
           DoTask A      ●░░░░░░░░░░░░░░░░░░░░░○             sleeps 2 s
           DoTask B      ●░░░░░░░░░░○                        sleeps 1 s
           DoTask C      ●▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒○  sleeps 3 s  critical
         ● runs   ░ waits   ▒ waits, critical   ┈ waits for others   ○ done
        """,
        UsingCreateTask);

    [Fact]
    public void Blocking_NobodyElseRuns() => Expect(
        """
        Blocking                                          took 6.0 s · had to take 3.0 s
                          0s   1s   2s   3s   4s   5s   6s
         Blocking         ●┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈○  waits for gather
           BlockingTask A ██████████○                      blocks 2 s
           BlockingTask B ··········█████○                 starved 2 s, blocks 1 s
           BlockingTask C ···············███████████████○  starved 3 s, blocks 3 s
         ● runs   ┈ waits for others   · starved   █ blocks the loop   ○ done
        """,
        Blocking);

    [Fact]
    public void Failing_TheSiblingsGoOn() => Expect(
        """
        Failing                                           took 3.5 s · had to take 3.5 s
                         0s       1s        2s       3s
         Failing         ●┈┈┈┈┈┈┈┈●▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒○  waits for gather, …
           DoTask A      ●░░░░░░░░░░░░░░░░░░○                sleeps 2 s
           FailingTask B ●▒▒▒▒▒▒▒▒×                          sleeps 1 s, failed
           DoTask C      ●░░░░░░░░░░░░░░░░░░░░░░░░░░░○       sleeps 3 s
         ● runs   ░ waits   ▒ waits, critical   ┈ waits for others   ○ done   × failed
        """,
        Failing);

    [Fact]
    public void Cancelling_EndsTheLaneWithABarAcross() => Expect(
        """
        Cancelling                                        took 2.0 s · had to take 2.0 s
                         0s      0.5s    1s      1.5s    2s
         Cancelling      ●▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒●▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒○  sleeps 2 times, 2 s
           DoTask A      ●░░░░░░░░░░░░░░░┤                  sleeps 1 of 5 s, cancelled
         ● runs   ░ waits   ▒ waits, critical   ○ done   ┤ cancelled
        """,
        Cancelling);

    [Fact]
    public void FirstCompletes_TheOtherIsStillPending() => ExpectPart(
        """
        FirstCompletes                                    took 1.0 s · had to take 1.0 s
                         0s    0.2s  0.4s  0.6s  0.8s  1s
         FirstCompletes  ●┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈○  waits for the first of 2
           DoTask A      ●░░░░░░░░░░░░░░░░░░░░░░░░░░░░░›  sleeps 2 s, pending
           DoTask B      ●▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒○  sleeps 1 s  critical
         ● runs   ░ waits   ▒ waits, critical   ┈ waits for others   ○ done   › not done
        """,
        FirstCompletes);

    [Fact]
    public void NestedGathers_AreOneRow() => Expect(
        """
        NestedGathers                                     took 3.0 s · had to take 3.0 s
                         0s         1s         2s         3s
         NestedGathers   ●┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈○  waits for gather
           DoTask A      ●░░░░░░░░░░░░░░░░░░░░░○             sleeps 2 s
           DoTask B      ●░░░░░░░░░░○                        sleeps 1 s
           DoTask C      ●▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒○  sleeps 3 s  critical
           DoTask D      ●░░░░░○                             sleeps 0.5 s
         ● runs   ░ waits   ▒ waits, critical   ┈ waits for others   ○ done
        """,
        NestedGathers);

    [Fact]
    public void Parts_StandOnOneScale() => ExpectPart(
        """
        Concurrent                                        took 3.0 s · had to take 3.0 s
                         0s   1s   2s   3s   4s   5s   6s
         Concurrent      ●┈┈┈┈┈┈┈┈┈┈┈┈┈┈○  waits for gather
           DoTask A      ●░░░░░░░░░○       sleeps 2 s
           DoTask B      ●░░░░○            sleeps 1 s
           DoTask C      ●▒▒▒▒▒▒▒▒▒▒▒▒▒▒○  sleeps 3 s  critical
         ● runs   ░ waits   ▒ waits, critical   ┈ waits for others   ○ done
        """,
        Sequential,
        Concurrent);

    [Fact]
    public void Ascii_EveryStateHasACharacterOfItsOwn() => Expect(
        """
        BlockingAndSleeping                               took 4.0 s - had to take 1.0 s
                             0s     1s     2s     3s     4s
         BlockingAndSleeping *...........................x  waits for gather, failed
           DoTask A          *------::::::::::::::o         sleeps 1 s, starved 2 s
           BlockingTask B    #####################o         blocks 3 s  critical
           FailingTask C     :::::::::::::::::::::*======x  starved 3 s, sleeps 1 s
           DoTask D          :::::::::::::::::::::*------|  starved 3 s, sleeps 1 of 2 s
         * runs   - waits   = waits, critical   . waits for others   : starved
         # blocks the loop   o done   x failed   | cancelled
        """,
        BlockingAndSleeping,
        new TextTimelineOptions { Unicode = false });

    [Fact]
    public void FortyColumns_NamesAndTimesStay_WordsOnlyWhereThereIsRoom() => Expect(
        """
        Concurrent
        took 3.0 s · had to take 3.0 s
                    0s      1s      2s      3s
         Concurrent ●┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈○
          DoTask A  ●░░░░░░░░░░░░░░░○
          DoTask B  ●░░░░░░░○  sleeps 1 s
          DoTask C  ●▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒○
         ● runs   ░ waits   ▒ waits, critical
         ┈ waits for others   ○ done
        """,
        Concurrent,
        new TextTimelineOptions { Width = 40 });

    [Fact]
    public void TwentyColumns_StillShowWhoWaitsForHowLong() => Expect(
        """
        Blocking
        took 6.0 s
        had to take 3.0 s
               0s      5s
         Bloc… ●┈┈┈┈┈┈┈┈┈○
          B… A ███○
          B… B ···██○
          B… C ·····█████○
        """,
        Blocking,
        new TextTimelineOptions { Width = 20, Legend = false });

    [Fact]
    public void NamesOfAnyWidth_KeepTheAxisInItsPlace() => Expect(
        """
        Names                         took 2.0 s · had to take 2.0 s
                           0s       1s       2s
         Names             ●┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈○  waits for gather
           DoTask 日本語   ●░░░░░░░░○           sleeps 1 s
           DoTask é à la…  ●▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒○  sleeps 2 s  critical
           DoTask 👨 fami… ●░░░░░░░░░░░░░○      sleeps 1.5 s
           DoTask ?[31mred ●░░░░░░░░○           sleeps 1 s
        """,
        Names,
        new TextTimelineOptions { Width = 60, Legend = false });

    [Fact]
    public void RunThatGoesOn_IsOpenAtNow()
    {
        Trace trace = Recording.Of(Concurrent);
        var now = TimeSpan.FromSeconds(1.5);
        Timeline timeline = Timeline.From(
            trace with { Events = [.. trace.Events.TakeWhile(happened => happened.Time <= now)], Now = now, IsRunning = true },
            "gather");

        Expect(
            """
            gather                                                              1.5 s so far
                             0s         1s         2s         3s
             Concurrent      ●┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈›                   waits for gather
               DoTask A      ●░░░░░░░░░░░░░░░›                   sleeps 2 s
               DoTask B      ●░░░░░░░░░░○                        sleeps 1 s
               DoTask C      ●░░░░░░░░░░░░░░░›                   sleeps 3 s
             ● runs   ░ waits   ┈ waits for others   ○ done   › not done
            """,
            TextTimeline.Render(timeline));
    }

    private static async Coroutine BlockingAndSleeping() =>
        await Gather(DoTask("A", 1), BlockingTask("B", 3), FailingTask("C", 1), DoTask("D", 2));

    private static async Coroutine Names() =>
        await Gather(DoTask("日本語", 1), DoTask("é à la carte", 2), DoTask("👨‍👩‍👧 family", 1.5), DoTask("\e[31mred\u202E", 1));

    private static void ExpectPart(string picture, params Func<Coroutine>[] programs)
    {
        async Coroutine Main(TraceRecorder recorder)
        {
            foreach (Func<Coroutine> program in programs)
            {
                using IDisposable part = recorder.Part(program.Method.Name);
                await program();
            }
        }

        Expect(picture, TextTimeline.Render(Timeline.FromParts(Recording.Of(Main))[^1]));
    }

    private static void Expect(string picture, Func<Coroutine> program, TextTimelineOptions? options = null) =>
        Expect(picture, TextTimeline.Render(Timeline.From(Recording.Of(program)), options));

    private static void Expect(string picture, IReadOnlyList<string> lines) =>
        Assert.Equal(picture.ReplaceLineEndings("\n"), string.Join('\n', lines));
}
