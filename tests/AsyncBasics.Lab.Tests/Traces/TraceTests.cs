using static AsyncBasics.Asyncio;
using static AsyncBasics.Lab.Tests.LessonPrograms;

namespace AsyncBasics.Lab.Tests.Traces;

public sealed class TraceTests
{
    [Fact]
    public void ToText_TellsWhatHappened_ALineForEachEvent()
    {
        static async Coroutine Main() => await Gather(DoTask("A", 2), BlockingTask("B", 0.5));

        Assert.Equal(
            """
                 0.000  T0   created: Main
                 0.000  T0   ready
                 0.000  T0   step
                 0.000  T0   call Main
                 0.000  T1   created: DoTask A, by T0
                 0.000  T1   ready, by T0
                 0.000  T2   created: BlockingTask B, by T0
                 0.000  T2   ready, by T0
                 0.000  T0   waits for F3: gather of T1, T2
                 0.000  T0   step ends
                 0.000  T1   step
                 0.000  T1   call DoTask A
                 0.000  T1   writes Task A starting...\n
                 0.000  T1   timer for 2.000 s
                 0.000  T1   waits for 2.000 s
                 0.000  T1   step ends
                 0.000  T2   step
                 0.000  T2   call BlockingTask B
                 0.000  T2   blocks 0.500 s
                 0.500  T2   call done
                 0.500  T2   done
                 0.500  T2   step ends
                 2.000  T1   ready
                 2.000  T1   step
                 2.000  T1   writes Task A done\n
                 2.000  T1   call done
                 2.000  T1   done
                 2.000  T1   step ends
                 2.000  T0   ready, by T1
                 2.000  T0   step
                 2.000  T0   call done
                 2.000  T0   done
                 2.000  T0   step ends

            """.ReplaceLineEndings("\n"),
            Recording.Of(Main).ToText());
    }

    [Fact]
    public void ToText_OfTenRunsOnAVirtualClock_IsTheSameText()
    {
        static async Coroutine Everything(TraceRecorder recorder)
        {
            using (recorder.Part("all of it"))
            {
                await Sequential();
                await Concurrent();
                await UsingCreateTask();
                await Blocking();
                await Failing();
                await Cancelling();
                await FirstCompletes();
                await NestedGathers();
                await recorder.Lane("native", () => Task.Delay(TimeSpan.FromSeconds(1), EventLoop.Running.TimeProvider));
            }
        }

        string first = Recording.Of(Everything).ToText();

        Assert.True(first.Split('\n').Length > 200);
        Assert.All(Enumerable.Range(0, 9), _ => Assert.Equal(first, Recording.Of(Everything).ToText()));
    }

    [Fact]
    public void ToText_TellsFailuresAndCancellations()
    {
        static async Coroutine Main()
        {
            await Failing();
            await Cancelling();
        }

        string text = Recording.Of(Main).ToText();

        Assert.Contains("call failed: ExpectedException: B failed", text, StringComparison.Ordinal);
        Assert.Contains("call cancelled", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Recorder_DoesNotMarkAFailureAsSeen()
    {
        static async Coroutine Main()
        {
            _ = CreateTask(FailingTask("B", 1));
            await Sleep(2);
        }

        List<LoopReport> reports = [];
        Run(Main(), new EventLoopOptions
        {
            Clock = new VirtualClock(),
            Observer = new TraceRecorder(),
            OnReport = reports.Add,
        });

        Assert.Equal([LoopReportKind.NeverRetrieved], reports.Select(report => report.Kind));
    }

    [Fact]
    public void ToTrace_TakenEarlier_DoesNotChange()
    {
        Trace? early = null;
        int countThen = 0;
        Recording.Of(Main);
        Assert.Equal(countThen, early!.Events.Count);
        Assert.Equal((true, true, TimeSpan.FromSeconds(1)), (early.IsRunning, early.IsVirtual, early.Now));

        async Coroutine Main(TraceRecorder recorder)
        {
            await Sleep(1);
            early = recorder.ToTrace();
            countThen = early.Events.Count;
            await Concurrent();
        }
    }

    [Fact]
    public void ToTrace_AfterTheRun_StandsAtItsLastEvent()
    {
        Trace trace = Recording.Of(Concurrent);

        Assert.Equal((false, TimeSpan.FromSeconds(3)), (trace.IsRunning, trace.Now));
    }
}
