namespace AsyncBasics.Lab.Tests.Running;

public sealed class EndingTests
{
    [Fact]
    public void Run_EndlessLoop_StopsAtItsSteps()
    {
        Report report = Programs.Run("int n = 0;\nwhile (true) n++;", new RunOptions { Limits = new RunLimits { Steps = 100_000 } });

        Assert.Equal((Outcome.Limit, RunLimit.Steps), (report.Outcome, report.Limit!.Value));
        Assert.Equal(2, report.Place!.Line);
    }

    [Fact]
    public void Run_EndlessLoopThatCatchesEverything_StopsAllTheSame()
    {
        Report report = Programs.Run(
            "while (true) { try { await Task.Yield(); } catch (Exception) { } }", new RunOptions { Limits = new RunLimits { Steps = 100_000 } });

        Assert.Equal(RunLimit.Steps, report.Limit);
    }

    [Fact]
    public void Run_EndlessRecursion_StopsBeforeTheStackIsFull()
    {
        Report report = Programs.Run("Console.WriteLine(Down(1));\nint Down(int n) => Down(n + 1) + 1;");

        Assert.Equal((Outcome.Limit, RunLimit.StackDepth), (report.Outcome, report.Limit!.Value));
        Assert.Equal(2, report.Place!.Line);
    }

    [Fact]
    public void Run_EndlessRecursionOfAsyncMethods_StopsBeforeTheStackIsFull() => Assert.Equal(
        RunLimit.StackDepth, Programs.Run("await Down(1);\nasync Task Down(int n) => await Down(n + 1);").Limit);

    [Fact]
    public void Run_CallsInCallsWithoutEnd_SurvivesAndDrawsTheFirst()
    {
        Report report = Programs.Run(
            "await Down(0);\nasync Task Down(int n) { await Task.Yield(); await Down(n + 1); }",
            new RunOptions { Limits = new RunLimits { Steps = 40_000 } });

        Assert.Equal(RunLimit.Steps, report.Limit);
        Assert.Equal(5000, report.Timeline!.Lanes.Count);
        Assert.Equal("Only the first 5,000 calls and tasks have a lane in the picture.", Assert.Single(report.Notes));
    }

    [Fact]
    public void Run_ForeverOnTheVirtualClock_StopsAtItsTime()
    {
        Report report = Programs.Run("while (true) await Task.Delay(TimeSpan.FromHours(1));");

        Assert.Equal(RunLimit.VirtualTime, report.Limit);
    }

    [Fact]
    public void Run_FloodOfOutput_StopsAndKeepsWhatThereWas()
    {
        Report report = Programs.Run("while (true) Console.WriteLine(\"flood\");", new RunOptions { Limits = new RunLimits { OutputCharacters = 1000 } });

        Assert.Equal(RunLimit.Output, report.Limit);
        Assert.StartsWith("flood\nflood\n", report.Stdout, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Exit_EndsWithItsCode()
    {
        Report report = Programs.Run("Console.WriteLine(1); await Task.Delay(10); Environment.Exit(3); Console.WriteLine(2);");

        Assert.Equal((Outcome.Exited, 3, "1\n"), (report.Outcome, report.ExitCode, report.Stdout));
    }

    [Theory]
    [InlineData("Debug.Assert(x > 5);", "Assertion failed: x > 5")]
    [InlineData("Debug.Assert(x > 5, \"too small\");", "Assertion failed: too small")]
    [InlineData("Debug.Assert(x > 5, \"too small\", \"by far\");", "Assertion failed: too small by far")]
    [InlineData("Debug.Assert(x > 5, $\"{x} is too small\");", "Assertion failed: 3 is too small")]
    [InlineData("Debug.Fail(\"never here\");", "Assertion failed: never here")]
    [InlineData("Trace.Assert(x > 5);", "Assertion failed: x > 5")]
    [InlineData("Trace.Fail(\"never here\");", "Assertion failed: never here")]
    [InlineData("Environment.FailFast(\"enough\");", "enough")]
    [InlineData("Environment.FailFast(\"enough\", new FormatException(\"bad\"));", "enough (System.FormatException: bad)")]
    public void Run_ProgramThatGivesItselfUp_SaysWhyAndWhere(string code, string message)
    {
        Report report = Programs.Run($$"""
            using System.Diagnostics;
            int x = await Task.FromResult(3);
            Debug.Assert(x == 3);
            Debug.Assert(x == 3, $"{x} is not three");
            {{code}}
            Console.WriteLine("not here");
            """);

        Assert.Equal((Outcome.Failed, $"Process terminated. {message}"), (report.Outcome, report.Message));
        Assert.Equal(5, report.Place!.Line);
        Assert.Empty(report.Stdout);
    }

    [Fact]
    public void Run_AssertionsOfARelease_AreNotThere() => Assert.Equal(["here"], Programs.Output("""
        #undef DEBUG
        using System.Diagnostics;
        Debug.Assert(false);
        Console.WriteLine("here");
        """));

    [Fact]
    public void Run_WaitForNobody_IsADeadlock()
    {
        Report report = Programs.Run("await new TaskCompletionSource().Task;");

        Assert.Equal(Outcome.Deadlock, report.Outcome);
        Assert.StartsWith("Deadlock: ", report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_SemaphoresTakenCrosswise_SaysWhoWaitsForWhat()
    {
        Report report = Programs.Run("""
            var a = new SemaphoreSlim(1);
            var b = new SemaphoreSlim(1);
            await Task.WhenAll(Take("one", a, b), Take("two", b, a));
            async Task Take(string name, SemaphoreSlim first, SemaphoreSlim second)
            {
                await first.WaitAsync();
                await Task.Delay(100);
                await second.WaitAsync();
            }
            """);

        Assert.Equal(Outcome.Deadlock, report.Outcome);
        Assert.EndsWith(
            "Main waits for WhenAll (line 3). Take one waits for a semaphore that Take two has taken (line 8). "
                + "Take two waits for a semaphore that Take one has taken (line 8).",
            report.Message,
            StringComparison.Ordinal);
        Assert.All(report.Timeline!.Lanes, lane => Assert.Equal(FutureState.Pending, lane.State));
    }

    [Fact]
    public void Run_ResultOfATaskThatNeedsTheLoop_IsADeadlockAtThatLine()
    {
        Report report = Programs.Run("""
            await Task.Yield();
            int n = Get().Result;
            Console.WriteLine(n);
            async Task<int> Get() { await Task.Delay(1000); return 5; }
            """);

        Assert.Equal(Outcome.Deadlock, report.Outcome);
        Assert.Equal(2, report.Place!.Line);
        Assert.Equal(["0-1 blocks 1 s, line 2"], report.LaneOf("Main").Story());
    }

    [Fact]
    public void Run_ResultOfATaskThatDoesNot_OnlyBlocks()
    {
        Report report = Programs.Run("""
            await Task.Yield();
            Console.WriteLine(Get().Result);
            async Task<int> Get() { await Task.Delay(1000).ConfigureAwait(false); return 5; }
            """);

        Assert.Equal((Outcome.Finished, "5\n"), (report.Outcome, report.Stdout));
        Assert.Equal(["0-1 blocks 1 s, line 2"], report.LaneOf("Main").Story());
    }

    [Fact]
    public void Run_MainThatIsCancelled_FailsInDotNetsWords()
    {
        Report report = Programs.Run("""
            using var source = new CancellationTokenSource(1000);
            await Task.Delay(5000, source.Token);
            """);

        Assert.Equal(Outcome.Failed, report.Outcome);
        Assert.Equal("Unhandled exception. System.Threading.Tasks.TaskCanceledException: A task was canceled.", report.Message);
        Assert.Equal((2, 1.0), (report.Place!.Line, report.MakespanSeconds));
    }

    [Fact]
    public void Run_ExceptionInAsyncVoid_EndsTheProgram()
    {
        Report report = Programs.Run("""
            Fire();
            await Task.Delay(1000);
            Console.WriteLine("not reached");
            async void Fire() { await Task.Delay(10); throw new Exception("lost"); }
            """);

        Assert.Equal(Outcome.Failed, report.Outcome);
        Assert.Equal("Unhandled exception. System.Exception: lost", report.Message);
        Assert.Equal(0.01, report.MakespanSeconds);
        Assert.Empty(report.Stdout);
    }
}
