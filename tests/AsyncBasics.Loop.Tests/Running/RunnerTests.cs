using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>Several runs on one loop (<c>asyncio.Runner</c>).</summary>
public sealed class RunnerTests
{
    [Fact]
    public void Run_GivesEachRunsResult_OnTheSameLoop()
    {
        using Runner runner = NewRunner();

        Assert.Equal(1, runner.Run(ValueAfter(1, 1)));
        Assert.Equal(2, runner.Run(ValueAfter(2, 1)));
        runner.Run(Sleep(1));
        Assert.Equal(3, runner.Run(async () =>
        {
            await Task.Delay(TimeSpan.FromSeconds(1), EventLoop.Running.TimeProvider);
            return 3;
        }));
        runner.Run(async () => await Task.Yield());

        Assert.Equal(TimeSpan.FromSeconds(4), runner.Loop.Time);
        Assert.False(runner.Loop.IsRunning);
    }

    [Fact]
    public void Run_ThrowsWhatMainThrows_AndTheNextRunGoesOn()
    {
        using Runner runner = NewRunner();

        Assert.Throws<ExpectedException>(() => runner.Run(Fail()));
        Assert.Throws<ExpectedException>(() => runner.Run(() => Task.FromException(new ExpectedException())));
        Assert.Throws<ExpectedException>(() => runner.Run(() => throw new ExpectedException()));

        Assert.Equal(1, runner.Run(ValueAfter(1, 1)));
    }

    [Fact]
    public void Run_TasksThatOneRunLeaves_GoOnInTheNext()
    {
        // CPython 3.13: [0] after the first run, [0, 1, 2, 3, 4] after the second.
        List<int> log = [];
        List<LoopTask> left = [];
        using Runner runner = NewRunner();

        runner.Run(Start());
        Assert.Equal([0], log);
        runner.Run(Join());
        Assert.Equal([0, 1, 2, 3, 4], log);

        async Coroutine Start() => left.Add(CreateTask(Count()));

        async Coroutine Join() => await left[0];

        async Coroutine Count()
        {
            for (int i = 0; i < 5; i++)
            {
                log.Add(i);
                await Sleep(0);
            }
        }
    }

    [Fact]
    public void Run_ContextThatOneMainSets_IsThereInTheNext()
    {
        var local = new AsyncLocal<string>();
        List<string?> seen = [];
        using Runner runner = NewRunner();

        runner.Run(Set());
        runner.Run(Look());
        runner.Run(async () => seen.Add(local.Value));

        Assert.Equal(["set", "set"], seen);
        Assert.Null(local.Value);

        async Coroutine Set()
        {
            local.Value = "set";
            await CreateTask(SetElsewhere());
        }

        async Coroutine SetElsewhere() => local.Value = "of a task of its own";

        async Coroutine Look() => seen.Add(local.Value);
    }

    [Fact]
    public void Run_InsideARun_IsRefused_AndTheRunGoesOn()
    {
        using Runner runner = NewRunner();

        string message = runner.Run(Recurse());

        Assert.StartsWith("Asyncio.Run() cannot be called from a running event loop", message, StringComparison.Ordinal);

        async Coroutine<string> Recurse()
        {
            await Sleep(1);
            string refused = Assert.Throws<InvalidOperationException>(() => runner.Run(() => Task.CompletedTask)).Message;
            await Sleep(1);
            return refused;
        }
    }

    [Fact]
    public void Run_StoppedBeforeItsEnd_IsAnError_AndTheNextRunGoesOn()
    {
        using Runner runner = NewRunner();

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => runner.Run(StopAndSleep()));

        Assert.Contains("Event loop stopped before Future completed.", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, runner.Run(ValueAfter(1, 1)));

        static async Coroutine StopAndSleep()
        {
            EventLoop.Running.Stop();
            await Sleep(10);
        }
    }

    [Fact]
    public void AMainThatTakesItsOwnCancellationBack_EndsWell()
    {
        using Runner runner = NewRunner();

        Assert.Equal("went on", runner.Run(Main()));

        static async Coroutine<string> Main()
        {
            LoopTask me = CurrentTask!;
            EventLoop.Running.CallLater(TimeSpan.FromSeconds(1), () => me.Cancel());
            try
            {
                await Sleep(10);
            }
            catch (OperationCanceledException)
            {
                me.Uncancel();
            }

            await Sleep(1);
            return "went on";
        }
    }

    [Fact]
    public void TheRealTimeLimit_EndsARunThatHangs_WithTheListOfWhoWaitsForWhat()
    {
        using var runner = new Runner(VirtualTime.Options(_ => { }) with { RealTimeLimit = TimeSpan.FromMilliseconds(500) });

        TimeoutException error = Assert.Throws<TimeoutException>(() => runner.Run(Main()));

        Assert.StartsWith("The run took longer than 0.5 s of real time.", error.Message, StringComparison.Ordinal);
        Assert.Contains("main (Main) waits for something outside the loop", error.Message, StringComparison.Ordinal);
        Assert.Contains("sleeper (Sleep) waits for a timer", error.Message, StringComparison.Ordinal);

        static async Coroutine Main()
        {
            CurrentTask!.Name = "main";
            _ = CreateTask(Sleep(double.PositiveInfinity), "sleeper");

            // The sleeper's turn comes before the native wait: after that, the loop lets the pool settle, which others may keep busy.
            await Sleep(0);
            using IDisposable hold = EventLoop.Running.Hold();
            await new TaskCompletionSource().Task;
        }
    }

    [Fact]
    public void TheRealTimeLimit_EndsARunThatSpins()
    {
        using var runner = new Runner(VirtualTime.Options(_ => { }) with { RealTimeLimit = TimeSpan.FromMilliseconds(500) });

        Assert.Throws<TimeoutException>(() => runner.Run(Spin()));

        static async Coroutine Spin()
        {
            while (true)
            {
                await Sleep(0);
            }
        }
    }

    [Fact]
    public void TheRealTimeLimit_OfASleepOnTheRealClock_WakesTheLoop()
    {
        using var runner = new Runner(new EventLoopOptions { OnReport = _ => { }, RealTimeLimit = TimeSpan.FromMilliseconds(500) });

        TimeoutException error = Assert.Throws<TimeoutException>(() => runner.Run(Sleep(1000)));

        Assert.Contains("waits for a timer", error.Message, StringComparison.Ordinal);
    }

    private static Runner NewRunner() => new(VirtualTime.Options(_ => { }));

    private static async Coroutine<int> ValueAfter(int value, double seconds)
    {
        await Sleep(seconds);
        return value;
    }

    private static async Coroutine Fail()
    {
        await Sleep(1);
        throw new ExpectedException();
    }
}
