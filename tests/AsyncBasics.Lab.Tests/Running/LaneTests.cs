namespace AsyncBasics.Lab.Tests.Running;

public sealed class LaneTests
{
    private const string Work = """

        async Task<string> Work(string name, double seconds)
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds));
            return name;
        }
        """;

    [Fact]
    public void Run_TasksTogether_AreLanesOfTheirOwn()
    {
        Report report = Programs.Run("await Task.WhenAll(Work(\"A\", 2), Work(\"B\", 1));" + Work);

        Assert.Equal(["0-2 waits for WhenAll, line 1"], report.LaneOf("Main").Story());
        Assert.Equal(["0-2 sleeps 2 s, line 4"], report.LaneOf("Work A").Story());
        Assert.Equal(["0-1 sleeps 1 s, line 4"], report.LaneOf("Work B").Story());
        Assert.Equal([1, 2], report.LaneOf("Main").Segments[0].Awaited);
        Assert.Equal(1, report.LaneOf("Main").Segments[0].WokenBy);
        Assert.All(["Work A", "Work B"], name => Assert.True(report.LaneOf(name) is { IsTask: true, Line: 2, CalledAt.Line: 1, IsObserved: true }));
    }

    [Fact]
    public void Run_CallAwaitedInPlace_StandsInForItsCaller()
    {
        Lane lane = Programs.Run("Console.WriteLine(await Work(\"A\", 2));" + Work).LaneOf("Work A");

        Assert.False(lane.IsTask);
        Assert.Equal(new SourcePlace("Program.cs", 1, 25, 1, 37), lane.CalledAt);
    }

    [Fact]
    public void Run_TaskThatNobodyAwaits_IsNotObserved()
    {
        Report report = Programs.Run("_ = Work(\"A\", 1); Task<string> b = Work(\"B\", 1); await Work(\"C\", 2); await b;" + Work);

        Assert.False(report.LaneOf("Work A").IsObserved);
        Assert.True(report.LaneOf("Work B").IsObserved);
        Assert.True(report.LaneOf("Work C").IsObserved);
    }

    [Theory]
    [InlineData("Console.WriteLine(task.Exception!.InnerException!.Message);", true)]
    [InlineData("if (task.IsFaulted) Console.WriteLine();", true)]
    [InlineData("try { task.Wait(); } catch (AggregateException) { }", true)]
    [InlineData("try { await task; } catch (Exception) { }", true)]
    [InlineData("try { await Task.WhenAll(task, Task.Delay(1)); } catch (Exception) { }", true)]
    [InlineData("Console.WriteLine(task.IsCompleted);", false)]
    [InlineData("", false)]
    public void Run_TaskThatFailed_IsObservedByWhoLooks(string look, bool isObserved)
    {
        Report report = Programs.Run($$"""
            Task task = Fail("F");
            await Task.Delay(2000);
            {{look}}
            async Task Fail(string name) { await Task.Delay(1000); throw new Exception(name); }
            """);

        Assert.Equal(isObserved, report.LaneOf("Fail F").IsObserved);
    }

    [Fact]
    public void Run_BlockingCall_StarvesWhoIsReady()
    {
        Report report = Programs.Run("""
            await Task.WhenAll(Work("A", 1), Block("B"));
            async Task Block(string name) { await Task.Yield(); Thread.Sleep(3000); }
            """ + Work);

        Assert.Equal(["0-3 blocks 3 s, line 2"], report.LaneOf("Block B").Story());
        Assert.Equal(["0-1 sleeps 1 s, line 5", "1-3 starved 2 s, line "], report.LaneOf("Work A").Story());
        Assert.Equal(3, report.MakespanSeconds);
    }

    [Fact]
    public void Run_SetResultBeforeABlockingCall_StarvesTheOneWhoWaited()
    {
        Report report = Programs.Run("""
            var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Task setting = Set("S");
            await source.Task;
            await setting;
            async Task Set(string name) { await Task.Delay(1000); source.SetResult(); Thread.Sleep(2000); }
            """);

        Assert.Equal("1-3 starved 2 s, line ", report.LaneOf("Main").Story()[1]);
        Assert.Equal(1, report.LaneOf("Main").Segments[0].WokenBy);
    }

    [Fact]
    public void Run_WorkOnOtherThreads_HasLanesThatHoldNobodyUp()
    {
        Report report = Programs.Run("""
            Task a = Task.Run(() => Thread.Sleep(2000));
            Task b = Task.Run(() => Work("B", 1));
            Task c = Task.Run(async () => { await Task.Delay(1500); Thread.Sleep(500); });
            await Work("D", 1);
            await Task.WhenAll(a, b, c);
            """ + Work);

        Assert.Equal(2, report.MakespanSeconds);
        Lane[] workers = [.. report.Timeline!.Lanes.Where(lane => lane.IsWorker)];
        Assert.Equal(["Task.Run", "Work B", "Task.Run"], workers.Select(lane => lane.Name));
        Assert.Equal([1, 2, 3], workers.Select(lane => lane.CalledAt!.Line));
        Assert.Equal(["0-2 blocks 2 s, line 1"], workers[0].Story());
        Assert.Equal(["0-1.5 sleeps 1.5 s, line 3", "1.5-2 blocks 0.5 s, line 3"], workers[2].Story());
        Assert.Equal(["0-1 waits for Work D, line 4", "1-2 waits for WhenAll, line 5"], report.LaneOf("Main").Story());
    }

    [Fact]
    public void Run_AsyncIterator_IsALaneBesideItsReader()
    {
        Report report = Programs.Run("""
            await foreach (int n in Numbers())
                await Task.Delay(500);
            async IAsyncEnumerable<int> Numbers() { for (int i = 0; i < 2; i++) { await Task.Delay(1000); yield return i; } }
            """);

        Assert.Equal(
            ["0-1 waits for Numbers, line 1", "1-1.5 sleeps 0.5 s, line 2", "1.5-2.5 waits for Numbers, line 1", "2.5-3 sleeps 0.5 s, line 2"],
            report.LaneOf("Main").Story());
        Assert.Equal("0-1 sleeps 1 s, line 3", report.LaneOf("Numbers").Story()[0]);
    }

    [Fact]
    public void Run_LinesWritten_StandOnTheirLane()
    {
        Report report = Programs.Run("""
            await Task.WhenAll(Say("A", 2), Say("B", 1));
            Console.WriteLine("end");
            async Task Say(string name, int seconds) { await Task.Delay(seconds * 1000); Console.WriteLine(name); }
            """);

        Assert.Equal([new OutputLine(TimeSpan.FromSeconds(2), "end")], report.LaneOf("Main").Output);
        Assert.Equal([new OutputLine(TimeSpan.FromSeconds(1), "B")], report.LaneOf("Say B").Output);
    }

    [Fact]
    public void Run_CallThatFails_EndsItsLaneWithTheError()
    {
        Report report = Programs.Run("""
            try { await Fail("F"); } catch (InvalidOperationException) { }
            async Task Fail(string name) { await Task.Delay(1000); throw new InvalidOperationException(name); }
            """);

        Assert.True(report.LaneOf("Fail F") is { State: FutureState.Failed, Error: "InvalidOperationException: F" });
        Assert.Equal(FutureState.Succeeded, report.LaneOf("Main").State);
    }

    [Fact]
    public void Run_CoroutinesOfTheLoop_HaveTheirLinesToo()
    {
        Report report = Programs.Run("""
            using static AsyncBasics.Asyncio;
            Run(Main());
            async Coroutine Main()
            {
                await Gather(Work("A", 2), Work("B", 1));
                await Work("C", 1);
            }
            async Coroutine Work(string name, double seconds) =>
                await Sleep(seconds);
            """);

        Assert.Equal(["0-2 waits for gather, line 5", "2-3 waits for Work C, line 6"], report.LaneOf("Main").Story());
        Assert.True(report.LaneOf("Work A") is { Line: 8, CalledAt.Line: 5, IsTask: true });
        Assert.Equal(["2-3 sleeps 1 s, line 9"], report.LaneOf("Work C").Story());
        Assert.True(report.LaneOf("Work C") is { Line: 8, CalledAt.Line: 6, IsTask: false });
    }

    [Fact]
    public void Run_CoroutinesAndTasksThatAwaitEachOther_KnowWhomTheyWaitFor()
    {
        Report report = Programs.Run("""
            using static AsyncBasics.Asyncio;
            Run(Main());
            async Coroutine Main()
            {
                await Native("x");
                await Task.Delay(500);
            }
            async Task Native(string name) { await Task.Delay(1000); await Inner(name); }
            async Task Inner(string name) { await Sleep(1); }
            """);

        Assert.Equal(["0-2 waits for Native x, line 5", "2-2.5 sleeps 0.5 s, line 6"], report.LaneOf("Main").Story());
        Assert.Equal(["0-1 sleeps 1 s, line 8", "1-2 waits for Inner x, line 8"], report.LaneOf("Native x").Story());
        Assert.Equal(["1-2 waits for Sleep, line 9"], report.LaneOf("Inner x").Story());
    }

    [Fact]
    public void Run_AnyProgramTwice_GivesTheSameReport()
    {
        const string Source = """
            var random = new Random();
            Task[] tasks = [.. Enumerable.Range(0, 5).Select(n => Task.Run(async () => { await Task.Delay(random.Next(1000)); Console.WriteLine(n); }))];
            await Task.WhenAll(tasks);
            Console.WriteLine($"{DateTime.Now:O} {Guid.NewGuid()}");
            """;

        Assert.Equal(ReportJson.Write(Programs.Run(Source)), ReportJson.Write(Programs.Run(Source)));
    }
}
