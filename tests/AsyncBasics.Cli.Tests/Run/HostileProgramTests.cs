using AsyncBasics.Lab;

namespace AsyncBasics.Cli.Tests;

/// <summary>Programs that would take the whole machine if they could. Each is run in a real process, and ends with its own word.</summary>
public sealed class HostileProgramTests
{
    private const string Begun = "Console.WriteLine(\"begun\");\n";

    [Theory]
    [InlineData(RunLimit.WallTime, "after 1 s of real time", "while (true) { }", "--limit-time", "1s", "--limit-steps", "1000000M")]
    [InlineData(
        RunLimit.WallTime,
        "in the middle of something that could not be interrupted",
        "new System.Text.RegularExpressions.Regex(\"(a+)+$\").IsMatch(new string('a', 50) + \"b\");",
        "--limit-time", "1s")]
    [InlineData(RunLimit.VirtualTime, "after 2 h of virtual time", "for (;;) await Task.Delay(1000);", "--limit-virtual-time", "2h")]
    [InlineData(RunLimit.Steps, "after 5,000 steps", "for (int i = 0; ; i++) { }", "--limit-steps", "5k")]
    [InlineData(RunLimit.Memory, "after 1,000,000 waits, pauses and other events", "bool flag = false; while (!flag) Thread.Sleep(10);", "--limit-time", "60s")]
    [InlineData(RunLimit.Memory, "after 1,000,000 waits, pauses and other events", "bool flag = false; while (!flag) await Task.Delay(10);", "--limit-time", "60s")]
    [InlineData(RunLimit.Output, "after it had written 2,000 characters", "while (true) Console.WriteLine(\"flood\");", "--limit-output", "2k")]
    [InlineData(RunLimit.Memory, "more than 64 MiB", "var held = new List<byte[]>(); while (true) held.Add(new byte[1 << 20]);", "--limit-memory", "64M")]
    [InlineData(RunLimit.Memory, "used up its memory", "var held = new long[1_000_000_000]; Array.Fill(held, 1);", "--limit-memory", "64M")]
    [InlineData(RunLimit.StackDepth, "before its calls overflowed the stack", "F(1); int F(int n) => F(n + 1) + 1;")]
    [InlineData(RunLimit.StackDepth, "overflowed", "var a = new A(); a.B = a; Console.WriteLine(a); record A { public A? B { get; set; } }")]
    public void Run_ProgramThatGoesTooFar_IsStoppedWithItsOwnWordAndKeepsWhatItWrote(
        RunLimit limit, string part, string program, params string[] options)
    {
        Report report = Run(Begun + program, out int exitCode, options);

        Assert.Equal(Outcome.Limit, report.Outcome);
        Assert.Equal(limit, report.Limit);
        Assert.Contains(part, report.Message, StringComparison.Ordinal);
        Assert.StartsWith("begun\n", report.Stdout, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Failure, exitCode);
    }

    [Theory]
    [InlineData(Outcome.Exited, "exit code 7", ExitCodes.Success, "Environment.Exit(7);")]
    [InlineData(Outcome.Failed, "enough of it", ExitCodes.Failure, "Environment.FailFast(\"enough of it\");")]
    [InlineData(Outcome.Failed, "in a thread", ExitCodes.Failure, "new Thread(() => throw new InvalidOperationException(\"in a thread\")).Start(); await Task.Delay(1);")]
    [InlineData(Outcome.Deadlock, "Deadlock", ExitCodes.Failure, "await new TaskCompletionSource().Task;")]
    [InlineData(Outcome.Finished, null, ExitCodes.Success, "Console.In.ReadToEnd();")]
    public void Run_ProgramThatEndsInItsOwnWay_IsToldAsThat(Outcome outcome, string? part, int expectedExitCode, string program)
    {
        Report report = Run(Begun + program, out int exitCode);

        Assert.Equal(outcome, report.Outcome);
        Assert.Equal(expectedExitCode, exitCode);
        Assert.StartsWith("begun\n", report.Stdout, StringComparison.Ordinal);
        if (part is not null)
        {
            Assert.Contains(part, report.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Run_HostThatIsKilled_ReportsThatAndWhatWasKnown()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are found and killed as Linux does it.");
        using var folder = TemporaryFolder.With(("Program.cs", Begun + "while (true) { }"));
        using CommandProcess command = CommandProcess.Start("run", folder.PathOf("Program.cs"), "--limit-time", "60s", "--limit-steps", "1000000M");
        Assert.Equal("begun", command.Output.ReadLine());

        command.KillChild();
        CommandResult result = command.WaitForExit();

        Assert.Contains("killed from outside", result.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Failure, result.ExitCode);
    }

    [Fact]
    public void Run_CtrlCInAnEndlessLoop_GivesTheReportSoFar()
    {
        using var folder = TemporaryFolder.With(("Program.cs", "await Task.Delay(2000);\n" + Begun + "while (true) { }"));
        using CommandProcess command = CommandProcess.StartForCtrlC("run", folder.PathOf("Program.cs"), "--limit-time", "60s", "--limit-steps", "1000000M");
        Assert.Equal("begun", command.Output.ReadLine());

        command.PressCtrlC();
        CommandResult result = command.WaitForExit();

        Assert.Contains("The program was stopped from outside", result.Output, StringComparison.Ordinal);
        Assert.Contains("stopped after 2.0 s", result.Lines[^1], StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Interrupted, result.ExitCode);
    }

    [Fact]
    public void Run_CtrlCWhileRealTimePasses_EndsTheWait()
    {
        using var folder = TemporaryFolder.With(("Program.cs", Begun + "await Task.Delay(60_000);"));
        using CommandProcess command = CommandProcess.StartForCtrlC("run", folder.PathOf("Program.cs"), "--clock", "real");
        Assert.Equal("begun", command.Output.ReadLine());

        command.PressCtrlC();
        CommandResult result = command.WaitForExit();

        Assert.Contains("The program was stopped from outside", result.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Interrupted, result.ExitCode);
    }

    private static Report Run(string program, out int exitCode, params string[] options)
    {
        using var folder = TemporaryFolder.With(("Program.cs", program));
        CommandResult result = Command.Run(["run", folder.PathOf("Program.cs"), "--json", .. options]);
        exitCode = result.ExitCode;
        Assert.Empty(result.Error);
        return ReportJson.Read(result.Output);
    }
}
