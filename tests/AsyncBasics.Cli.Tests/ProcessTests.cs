using System.Diagnostics;

namespace AsyncBasics.Cli.Tests;

/// <summary>The command as a process, on the real clock where the real clock is what it is about.</summary>
public sealed class ProcessTests
{
    [Fact]
    public void Run_OnTheRealClock_PrintsTheExpectedOutputLineByLine()
    {
        using CommandProcess process = CommandProcess.Start();
        var watch = Stopwatch.StartNew();

        process.Output.ReadLine();
        process.Output.ReadLine();
        TimeSpan firstTaskStarted = watch.Elapsed;
        string? thirdLine = process.Output.ReadLine();
        TimeSpan firstTaskDone = watch.Elapsed;
        CommandResult rest = process.WaitForExit();
        TimeSpan all = watch.Elapsed;

        Assert.Equal("  Task A done after 2 seconds", thirdLine);
        Assert.EndsWith(rest.Output, Expected.Output, StringComparison.Ordinal);
        Assert.Equal(0, rest.ExitCode);
        Assert.Equal(string.Empty, rest.Error);
        // Each line comes when it happens: not held back until the end.
        Assert.InRange(firstTaskDone - firstTaskStarted, TimeSpan.FromSeconds(1.8), TimeSpan.FromSeconds(4));
        Assert.InRange(all - firstTaskDone, TimeSpan.FromSeconds(6.5), TimeSpan.FromSeconds(12));
    }

    [Theory]
    [InlineData("coroutine")]
    [InlineData("task")]
    public void Precise_OnTheRealClock_MeasuresTheSumAndTheLongest(string dialect)
    {
        using CommandProcess process = CommandProcess.Start(
            "--precise", "--dialect", dialect, "--task", "A=0.4", "--task", "B=0.2", "--task", "C=0.6");

        CommandResult result = process.WaitForExit();

        double sequential = Measured(result, "Sequential");
        double concurrent = Measured(result, "Concurrent");
        Assert.InRange(sequential, 1.2, 2.4);
        Assert.InRange(concurrent, 0.6, 1.2);
        Assert.InRange(sequential / concurrent, 1.5, 2.5);
    }

    [Fact]
    public void Blocking_OnTheRealClock_TakesTheSum()
    {
        using CommandProcess process = CommandProcess.Start(
            "--precise", "--part", "concurrent", "--blocking", "--task", "A=0.4", "--task", "B=0.2", "--task", "C=0.6");

        Assert.InRange(Measured(process.WaitForExit(), "Concurrent"), 1.2, 2.4);
    }

    [Fact]
    public void VirtualClock_OfHours_TakesNoTime()
    {
        var watch = Stopwatch.StartNew();
        using CommandProcess process = CommandProcess.Start("--clock", "virtual", "--precise", "--task", "A=7200", "--task", "B=3600");

        CommandResult result = process.WaitForExit();

        Assert.Equal(10800, Measured(result, "Sequential"));
        Assert.Equal(7200, Measured(result, "Concurrent"));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(15));
    }

    [Theory]
    [InlineData("coroutine", "cancelled the main task and 3 others")]
    [InlineData("task", "cancelled the main task, which leaves 3 others unfinished")]
    public void CtrlC_CancelsTheTasksAndSaysSo(string dialect, string said)
    {
        using CommandProcess process = CommandProcess.StartForCtrlC(
            "--dialect", dialect, "--part", "concurrent", "--task", "A=60", "--task", "B=60", "--task", "C=60");
        ReadUntil(process, "  Task C starting...");

        process.PressCtrlC();
        CommandResult result = process.WaitForExit();

        Assert.Equal(130, result.ExitCode);
        Assert.Equal(string.Empty, result.Output);
        Assert.StartsWith("Ctrl+C after ", result.Error, StringComparison.Ordinal);
        Assert.Contains(said, result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void CtrlC_InTheSequentialPart_DoesNotBeginTheNextPart()
    {
        using CommandProcess process = CommandProcess.StartForCtrlC("--all", "--task", "A=60");
        ReadUntil(process, "  Task A starting...");

        process.PressCtrlC();
        CommandResult result = process.WaitForExit();

        Assert.Equal(130, result.ExitCode);
        Assert.Equal(string.Empty, result.Output);
        Assert.Contains("cancelled the main task.", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("coroutine", "sequential")]
    [InlineData("coroutine", "concurrent")]
    [InlineData("coroutine", "create-task")]
    [InlineData("task", "sequential")]
    [InlineData("task", "concurrent")]
    public void CtrlC_DuringABlockingSleep_EndsAfterThatSleep(string dialect, string part)
    {
        using CommandProcess process = CommandProcess.StartForCtrlC(
            "--part", part, "--dialect", dialect, "--blocking", "--task", "A=2", "--task", "B=300");
        ReadUntil(process, "  Task A starting...");
        // The line comes just before the block begins.
        Thread.Sleep(TimeSpan.FromSeconds(0.5));

        process.PressCtrlC();
        CommandResult result = process.WaitForExit();

        Assert.Equal(130, result.ExitCode);
        Assert.DoesNotContain(" done ", result.Output, StringComparison.Ordinal);
        Assert.StartsWith("Ctrl+C after 2.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void CtrlC_Twice_EndsAtOnce()
    {
        using CommandProcess process = CommandProcess.StartForCtrlC("--part", "concurrent", "--blocking", "--task", "A=60");
        ReadUntil(process, "  Task A starting...");
        var watch = Stopwatch.StartNew();

        process.PressCtrlC();
        // The system makes one signal of two that come too close together, so the second is sent until it has come.
        while (!process.HasExitedWithin(TimeSpan.FromSeconds(0.5)))
        {
            process.PressCtrlC();
        }

        Assert.Equal(130, process.WaitForExit().ExitCode);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void RequestToTerminate_CancelsTheTasksToo()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent with kill.");
        using CommandProcess process = CommandProcess.Start("--part", "concurrent", "--task", "A=60", "--task", "B=60");
        ReadUntil(process, "  Task B starting...");

        process.Send("TERM");
        CommandResult result = process.WaitForExit();

        Assert.Equal(143, result.ExitCode);
        Assert.StartsWith("Asked to terminate after ", result.Error, StringComparison.Ordinal);
        Assert.EndsWith(" seconds: cancelled the main task and 2 others.\n", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("coroutine")]
    [InlineData("task")]
    public void ClosedPipe_EndsTheProgramQuietly(string dialect)
    {
        using CommandProcess process = CommandProcess.Start("--dialect", dialect, "--task", "A=0.5", "--task", "B=0.5", "--task", "C=300");

        string? first = process.Output.ReadLine();
        CommandResult result = process.WaitForExitWithoutReader();

        Assert.Equal("--- Sequential execution ---", first);
        Assert.Equal(string.Empty, result.Error);
        Assert.Equal(0, result.ExitCode);
    }

    // Several times each: the thread that draws and the one that runs the program once waited for each other, now and then.
    [Theory]
    [InlineData("coroutine", "--precise")]
    [InlineData("coroutine", "--blocking")]
    [InlineData("task", "--precise")]
    [InlineData("task", "--blocking")]
    public void Live_OnATerminal_EndsAndGivesTheCursorBack(string dialect, string option)
    {
        for (int run = 0; run < 3; run++)
        {
            using CommandProcess process = CommandProcess.StartOnTerminal(
                "--live", "--dialect", dialect, option, "--task", "A=0.2", "--task", "B=0.1");

            CommandResult result = process.WaitForExit();

            Assert.Equal(0, result.ExitCode);
            Assert.Contains("\e[?25l", result.Output, StringComparison.Ordinal);
            Assert.EndsWith("\e[?25h", result.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("--clock", "virtual")]
    [InlineData("--help")]
    [InlineData("--version")]
    public void Output_ToAFullDisk_IsToldInOneSentence(params string[] arguments)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full here.");
        using CommandProcess process = CommandProcess.StartInShell("exec \"$@\" > /dev/full", arguments);

        CommandResult result = process.WaitForExit();

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("The output cannot be written: ", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData("--clock", "virtual")]
    [InlineData("--help")]
    public void Output_ThatIsClosed_IsToldInOneSentence(params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "It takes a shell of Unix to close the output.");
        using CommandProcess process = CommandProcess.StartInShell("exec \"$@\" >&-", arguments);

        CommandResult result = process.WaitForExit();

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("The output cannot be written: ", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void Pipe_GetsNoEscapeSequences()
    {
        using CommandProcess process = CommandProcess.Start(
            new Dictionary<string, string?> { ["TERM"] = "xterm-256color", ["LANG"] = "C.UTF-8", ["NO_COLOR"] = null },
            "--clock", "virtual", "--all", "--timeline");

        Assert.DoesNotContain('\e', process.WaitForExit().Output);
    }

    [Theory]
    [InlineData("C", false)]
    [InlineData("C.UTF-8", true)]
    public void Timeline_InAPipe_UsesWhatTheLocaleCanShow(string locale, bool unicode)
    {
        using CommandProcess process = CommandProcess.Start(
            new Dictionary<string, string?> { ["LC_ALL"] = locale, ["TERM"] = "xterm" }, "--clock", "virtual", "--timeline");

        Assert.Equal(unicode, process.WaitForExit().Output.Any(character => character > 127));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(132)]
    public void Timeline_InAPipe_IsAsWideAsColumnsSays(int columns)
    {
        using CommandProcess process = CommandProcess.Start(
            new Dictionary<string, string?> { ["COLUMNS"] = $"{columns}", ["LC_ALL"] = "C.UTF-8" }, "--clock", "virtual", "--all", "--timeline");

        // The program's own lines are as long as they are.
        IEnumerable<string> drawn = process.WaitForExit().Lines.Except(Expected.OutputOfAll.Split('\n'));
        Assert.All(drawn, line => Assert.InRange(line.Length, 1, columns));
    }

    private static double Measured(CommandResult result, string part)
    {
        string line = result.Lines.Single(line => line.StartsWith($"{part} measured: ", StringComparison.Ordinal));
        return double.Parse(line.Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static void ReadUntil(CommandProcess process, string line)
    {
        while (process.Output.ReadLine() is { } read && read != line)
        {
        }
    }
}
