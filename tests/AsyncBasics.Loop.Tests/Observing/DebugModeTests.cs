using System.Globalization;
using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>What debug mode finds.</summary>
public sealed class DebugModeTests
{
    [Fact]
    public void SlowStep_OverTheThreshold_IsReportedWithItsTime()
    {
        LoopReport report = Assert.Single(VirtualTime.ReportsOf(Main, debug: true));

        Assert.Equal(LoopReportKind.SlowStep, report.Kind);
        Assert.StartsWith("Executing <Task ", report.Message, StringComparison.Ordinal);
        Assert.EndsWith("took 0.150 seconds", report.Message, StringComparison.Ordinal);

        static async Coroutine Main()
        {
            BlockingSleep(0.150);
            await Sleep(1);
        }
    }

    [Fact]
    public void SlowStep_UnderTheThreshold_IsNot()
    {
        Assert.Empty(VirtualTime.ReportsOf(Main, debug: true));

        static async Coroutine Main()
        {
            BlockingSleep(0.099);
            await Sleep(1);
        }
    }

    [Fact]
    public void SlowStep_TheThreshold_CanBeSet()
    {
        List<LoopReport> reports = [];
        Run(Main(), VirtualTime.Options(reports.Add) with { Debug = true, SlowStepThreshold = TimeSpan.FromSeconds(1) });

        Assert.Single(reports);

        static async Coroutine Main()
        {
            BlockingSleep(0.5);
            await Sleep(0);
            BlockingSleep(1.5);
        }
    }

    [Fact]
    public void SlowStep_OutsideOfDebugMode_IsNotLookedFor()
    {
        Assert.Empty(VirtualTime.ReportsOf(Main));

        static async Coroutine Main()
        {
            BlockingSleep(10);
            await Sleep(0);
        }
    }

    [Fact]
    public void SwallowedCancellation_IsReported()
    {
        LoopReport report = Assert.Single(VirtualTime.ReportsOf(Main, debug: true));

        Assert.Equal(LoopReportKind.SwallowedCancellation, report.Kind);
        Assert.Contains("Main", report.Place, StringComparison.Ordinal);

        static async Coroutine Main()
        {
            LoopTask task = CreateTask(Swallow());
            await Sleep(1);
            task.Cancel();
            await task;
        }

        static async Coroutine Swallow()
        {
            try
            {
                await Sleep(10);
            }
            catch (Exception)
            {
                // As much C# code does it.
            }
        }
    }

    [Fact]
    public void ACancellationThatIsTakenBack_IsNotSwallowed()
    {
        Assert.Empty(VirtualTime.ReportsOf(Main, debug: true));

        static async Coroutine Main()
        {
            LoopTask task = CreateTask(Refuse());
            await Sleep(1);
            task.Cancel();
            await task;
        }

        static async Coroutine Refuse()
        {
            try
            {
                await Sleep(10);
            }
            catch (CancelledException)
            {
                CurrentTask!.Uncancel();
            }
        }
    }

    [Fact]
    public void WrongThread_IsRefused()
    {
        VirtualTime.ReportsOf(Main, debug: true);

        static async Coroutine Main()
        {
            EventLoop loop = EventLoop.Running;
            var future = new Future<int>();
            LoopTask waiter = CreateTask(Await(future));
            await Sleep(0);

            Exception callSoon = await ToThread(() => Record.Exception(() => { loop.CallSoon(() => { }); })!);
            Exception setResult = await ToThread(() => Record.Exception(() => future.SetResult(1))!);

            Assert.StartsWith("Non-thread-safe operation", callSoon.Message, StringComparison.Ordinal);
            Assert.StartsWith("Non-thread-safe operation", setResult.Message, StringComparison.Ordinal);
            waiter.Cancel();
        }

        static async Coroutine Await(Future<int> future) => await future;
    }

    [Fact]
    public void CreationPlace_OfATask_IsItsCreator()
    {
        string? place = null;
        VirtualTime.ReportsOf(Main, debug: true);

        Assert.StartsWith("Main", place, StringComparison.Ordinal);

        async Coroutine Main()
        {
            LoopTask task = CreateTask(Sleep(0));
            place = task.CreatedAt;
            await task;
        }
    }

    [Fact]
    public void CreationPlace_OutsideOfDebugMode_IsNotKept() => VirtualTime.Run(async () =>
    {
        LoopTask task = CreateTask(Sleep(0));

        Assert.Null(task.CreatedAt);
        await task;
    });

    [Fact]
    public void CreationPlaces_InOneMethod_EachHaveTheirLine()
    {
        List<string> places = [];
        VirtualTime.ReportsOf(Main, debug: true);

        int[] lines = [.. places.Select(place => int.Parse(place.AsSpan(place.LastIndexOf(':') + 1), CultureInfo.InvariantCulture))];
        Assert.Equal(lines[0] + 1, lines[1]);
        Assert.Equal(lines[..2], lines[2..]);

        async Coroutine Main()
        {
            for (int round = 0; round < 2; round++)
            {
                LoopTask first = CreateTask(Sleep(0));
                LoopTask second = CreateTask(Sleep(0));
                places.AddRange([first.CreatedAt!, second.CreatedAt!]);
                await Gather(first, second);
            }
        }
    }
}
