namespace AsyncBasics.Cli.Tests;

/// <summary>What each option changes, in both dialects: every Alter, Break and Fix of the lesson.</summary>
public sealed class VariationTests
{
    public static TheoryData<string> Dialects => ["coroutine", "task"];

    [Theory, MemberData(nameof(Dialects))]
    public void Task_AFourthOfOneAndAHalfSeconds_AddsToTheSumButNotToTheLongest(string dialect)
    {
        CommandResult result = Run(dialect, "--task", "A=2", "--task", "B=1", "--task", "C=3", "--task", "D=1.5");

        // 7.5 seconds: the half goes to the even second.
        Assert.Contains("Sequential total: ~8 seconds", result.Lines);
        Assert.Contains("Concurrent total: ~3 seconds", result.Lines);
        Assert.Contains("  Task D done after 1.5 seconds", result.Lines);
    }

    [Theory, MemberData(nameof(Dialects))]
    public void Task_HalfSecondTotals_RoundToTheEvenSecond(string dialect)
    {
        Assert.Contains("Sequential total: ~2 seconds", Run(dialect, "--task", "A=2.5").Lines);
        Assert.Contains("Sequential total: ~4 seconds", Run(dialect, "--task", "A=3.5").Lines);
        // The second part lasts from 2.9 to 5.4 s, and the difference of these binary fractions is a bit more than 2.5.
        Assert.Contains("Concurrent total: ~2 seconds", Run(dialect, "--task", "A=0.4", "--task", "B=2.5").Lines);
    }

    [Theory, MemberData(nameof(Dialects))]
    public void Task_ExactlyOneSecond_IsSingular(string dialect) =>
        Assert.Equal(
            ["--- Sequential execution ---", "  Task A starting...", "  Task A done after 1 second", "Sequential total: ~1 second"],
            Run(dialect, "--part", "sequential", "--task", "A=1").Lines);

    [Theory, MemberData(nameof(Dialects))]
    public void Blocking_MakesTheConcurrentPartTakeTheSum(string dialect)
    {
        CommandResult result = Run(dialect, "--part", "concurrent", "--blocking");

        Assert.Equal(
            Expected.Part("Sequential").Replace("Sequential", "Concurrent", StringComparison.Ordinal), result.Output);
    }

    [Fact]
    public void Fail_InCoroutines_GivesTheErrorToTheAwaiterAtOnceAndLetsTheSiblingsGoOn()
    {
        CommandResult result = Run("coroutine", "--part", "concurrent", "--fail", "B");

        Assert.Equal(
            [
                "--- Concurrent execution ---",
                "  Task A starting...",
                "  Task B starting...",
                "  Task C starting...",
                "  Task B fails after 1 second",
                "Concurrent failed after ~1 second: Task B failed",
                "Still running: 2 tasks; an error cancels no sibling",
                "  Task A done after 2 seconds",
                "  Task C done after 3 seconds",
            ],
            result.Lines);
        Assert.Equal(string.Empty, result.Error);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public void Fail_InTasks_GivesTheErrorToTheAwaiterWhenAllHaveEnded()
    {
        CommandResult result = Run("task", "--part", "concurrent", "--fail", "B");

        Assert.Equal("  Task C done after 3 seconds", result.Lines[^2]);
        Assert.Equal("Concurrent failed after ~3 seconds: Task B failed", result.Lines[^1]);
    }

    [Fact]
    public void Fail_InTheSequentialPart_LeavesCoroutinesThatWereNeverAwaited()
    {
        CommandResult result = Run("coroutine", "--part", "sequential", "--fail", "B");

        Assert.Equal("Sequential failed after ~3 seconds: Task B failed", result.Lines[^1]);
        Assert.DoesNotContain("  Task C starting...", result.Lines);
        Assert.Equal("warning: coroutine 'DoTask' was never awaited\n", result.Error);
    }

    [Theory, MemberData(nameof(Dialects))]
    public void Fail_WithReturnExceptions_IsAResultLikeTheOthers(string dialect)
    {
        CommandResult result = Run(dialect, "--part", "concurrent", "--fail", "B", "--return-exceptions");

        Assert.Equal("Concurrent total: ~3 seconds", result.Lines[^2]);
        Assert.Equal("Results: ['A result', InvalidOperationException('Task B failed'), 'C result']", result.Lines[^1]);
    }

    [Theory, MemberData(nameof(Dialects))]
    public void Fail_WithGuard_DoesNotTakeTheGroupDown(string dialect)
    {
        CommandResult result = Run(dialect, "--fail", "B", "--guard");

        Assert.Equal(2, result.Lines.Count(line => line == "  Task B caught its error: Task B failed"));
        Assert.Contains("Sequential total: ~6 seconds", result.Lines);
        Assert.Equal("Concurrent total: ~3 seconds", result.Lines[^2]);
        Assert.Equal("Results: ['A result', 'B failed', 'C result']", result.Lines[^1]);
    }

    [Theory, MemberData(nameof(Dialects))]
    public void Fail_OfABlockingTask_FailsAfterItsBlock(string dialect)
    {
        CommandResult result = Run(dialect, "--part", "concurrent", "--fail", "B", "--blocking");

        Assert.Equal("Concurrent failed after ~6 seconds: Task B failed", result.Lines[^1]);
    }

    [Fact]
    public void Fail_OfTwoCreatedTasks_ReportsTheOneThatNobodyAwaited()
    {
        CommandResult result = Run("coroutine", "--part", "create-task", "--fail", "A", "--fail", "B");

        Assert.Contains("create_task failed after ~2 seconds: Task A failed", result.Lines);
        Assert.StartsWith("warning: Task exception was never retrieved", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("InvalidOperationException: Task B failed\n", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData("coroutine", "Pending: A, C; Run cancels them when it ends")]
    [InlineData("task", "Pending: A, C; nobody cancels them")]
    public void FirstCompleted_SaysWhoIsDoneAndWhoIsPending(string dialect, string pending)
    {
        CommandResult result = Run(dialect, "--part", "concurrent", "--first-completed");

        Assert.Equal(
            [
                "--- First completed ---",
                "  Task A starting...",
                "  Task B starting...",
                "  Task C starting...",
                "  Task B done after 1 second",
                "First completed total: ~1 second",
                "Done: B with 'B result'",
                pending,
            ],
            result.Lines);
        Assert.Equal(string.Empty, result.Error);
    }

    [Theory, MemberData(nameof(Dialects))]
    public void FirstCompleted_OfBlockingTasks_FindsThemAllDone(string dialect)
    {
        CommandResult result = Run(dialect, "--part", "concurrent", "--first-completed", "--blocking");

        Assert.Equal("Done: A with 'A result', B with 'B result', C with 'C result'", result.Lines[^2]);
        Assert.Equal("Pending: nobody", result.Lines[^1]);
    }

    [Theory, MemberData(nameof(Dialects))]
    public void FirstCompleted_OfOneThatFails_ThrowsNothing(string dialect)
    {
        CommandResult result = Run(dialect, "--part", "concurrent", "--first-completed", "--fail", "B");

        Assert.Equal("Done: B with InvalidOperationException('Task B failed')", result.Lines[^2]);
    }

    [Fact]
    public void NestedRun_InCoroutines_IsRefusedInAsyncioWords()
    {
        CommandResult result = Run("coroutine", "--nested-run");

        Assert.Contains("Asyncio.Run() cannot be called from a running event loop", result.Lines[1], StringComparison.Ordinal);
        Assert.Equal("  Task A done after 2 seconds", result.Lines[^1]);
        Assert.Equal("warning: coroutine 'DoTask' was never awaited\n", result.Error);
    }

    [Fact]
    public void NestedRun_InTasks_IsADeadlockThatIsGivenUp()
    {
        CommandResult result = Run("task", "--nested-run");

        Assert.Contains("a deadlock, given up here", result.Lines[2], StringComparison.Ordinal);
        Assert.Equal("  Task A done after 2 seconds", result.Lines[^1]);
    }

    [Fact]
    public void ForgetAwait_InCoroutines_RunsNothingAndReportsEachWithItsPlace()
    {
        CommandResult result = Run("coroutine", "--forget-await");

        Assert.DoesNotContain(result.Lines, line => line.Contains("starting", StringComparison.Ordinal));
        Assert.Contains("  DoTask(\"A\", 2) gives <coroutine 'DoTask', not awaited>", result.Lines);
        Assert.Equal("Forgotten await total: ~0 seconds", result.Lines[^1]);
        string[] reports = result.Error.TrimEnd('\n').Split('\n');
        Assert.Equal(3, reports.Length);
        Assert.All(reports, report => Assert.Matches(
            @"^warning: coroutine 'DoTask' was never awaited, created by ForgottenAwait in CoroutineVariations\.cs:\d+$", report));
    }

    [Fact]
    public void ForgetAwait_InTasks_StartsEachAndWaitsForNone()
    {
        CommandResult result = Run("task", "--forget-await");

        Assert.Equal(3, result.Lines.Count(line => line.EndsWith(" starting...", StringComparison.Ordinal)));
        Assert.DoesNotContain(result.Lines, line => line.Contains(" done ", StringComparison.Ordinal));
        Assert.StartsWith("Unfinished at the end: A, B, C; .NET does not say so", result.Lines[^1], StringComparison.Ordinal);
        Assert.Equal(string.Empty, result.Error);
    }

    [Theory, MemberData(nameof(Dialects))]
    public void Precise_PrintsTheMeasuredTimeOfEachPart(string dialect)
    {
        CommandResult result = Run(dialect, "--precise");

        Assert.Contains("Sequential measured: 6.000 seconds", result.Lines);
        Assert.Equal("Concurrent measured: 3.000 seconds", result.Lines[^1]);
    }

    private static CommandResult Run(string dialect, params string[] arguments) =>
        Command.RunVirtual([.. arguments, "--dialect", dialect]);
}
