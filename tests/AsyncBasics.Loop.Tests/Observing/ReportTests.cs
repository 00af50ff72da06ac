using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

[Collection(RealTimeCollection.Name)]
public sealed class ReportTests
{
    [Fact]
    public void ByDefault_ReportsGoToStandardError()
    {
        string text = StandardErrorOf(() => Run(Main()));

        Assert.Equal($"coroutine 'Forgotten' was never awaited{Environment.NewLine}", text);

        static async Coroutine Main()
        {
            _ = Forgotten();
            await Sleep(0);
        }
    }

    [Fact]
    public void AHandlerThatThrows_IsReportedWithWhatItWasToldOf_AndTheLoopGoesOn()
    {
        bool wentOn = false;
        string text = StandardErrorOf(() => Run(
            Main(), new EventLoopOptions { Clock = new VirtualClock(), OnReport = _ => throw new ExpectedException("in the handler") }));

        Assert.True(wentOn);
        Assert.Contains("Exception in callback", text, StringComparison.Ordinal);
        Assert.Contains("in the callback", text, StringComparison.Ordinal);
        Assert.Contains("Unhandled error in OnReport", text, StringComparison.Ordinal);
        Assert.Contains("in the handler", text, StringComparison.Ordinal);

        async Coroutine Main()
        {
            EventLoop.Running.CallSoon(() => throw new ExpectedException("in the callback"));
            await Sleep(1);
            wentOn = true;
        }
    }

    [Fact]
    public void ATaskThatStillWaitsWhenTheLoopCloses_IsReported()
    {
        List<LoopReport> reports = [];
        EventLoop loop = VirtualTime.NewLoop(reports.Add);
        LoopTask task = loop.CreateTask(Sleep(100), "A");
        loop.RunUntilComplete(loop.CreateTask(Sleep(1)));
        loop.Close();

        LoopReport report = Assert.Single(reports);
        Assert.Equal(LoopReportKind.DestroyedPending, report.Kind);
        Assert.Equal("Task was destroyed but it is pending! <Task pending name='A' coro=<Sleep>>", report.Message);
        Assert.Same(task, report.Task);
    }

    [Fact]
    public void ATaskThatSwallowsItsCancellationAndWaitsForEver_DoesNotHoldTheRun_AndIsReported()
    {
        List<LoopReport> reports = VirtualTime.ReportsOf(async () =>
        {
            _ = CreateTask(Stubborn(), "A");
            await Sleep(1);
        });

        Assert.Equal(LoopReportKind.DestroyedPending, Assert.Single(reports).Kind);

        static async Coroutine Stubborn()
        {
            while (true)
            {
                try
                {
                    await new Future<int>();
                }
                catch (CancelledException)
                {
                }
            }
        }
    }

    [Fact]
    public void TheHandler_CanBeChangedWhileTheLoopRuns() => VirtualTime.Run(async () =>
    {
        List<LoopReport> reports = [];
        Action<LoopReport> before = EventLoop.Running.OnReport;
        EventLoop.Running.OnReport = reports.Add;
        EventLoop.Running.CallSoon(() => throw new ExpectedException());
        await Sleep(1);
        EventLoop.Running.OnReport = before;

        _ = Assert.Single(reports);
    });

    private static async Coroutine Forgotten() => await Sleep(0);

    private static string StandardErrorOf(Action action)
    {
        TextWriter before = Console.Error;
        using var writer = new StringWriter();
        Console.SetError(writer);
        try
        {
            action();
        }
        finally
        {
            Console.SetError(before);
        }

        return writer.ToString();
    }
}
