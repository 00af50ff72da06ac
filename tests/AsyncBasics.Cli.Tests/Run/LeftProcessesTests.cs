namespace AsyncBasics.Cli.Tests;

/// <summary>What the command has started ends with it.</summary>
public sealed class LeftProcessesTests
{
    /// <summary>A variable of the environment, which every process hands on: by its value those of one test are known.</summary>
    private const string Mark = "ASYNC_BASICS_TEST";

    private readonly string _value = Guid.NewGuid().ToString();

    [Theory]
    [InlineData(ExitCodes.Success, "Console.WriteLine(1);")]
    [InlineData(ExitCodes.Usage, "Console.WriteLine(1);", "--clok")]
    [InlineData(ExitCodes.Success, "Console.WriteLine(1);", "--limit-memory", "300M")]
    [InlineData(ExitCodes.Success, "Console.WriteLine(1);", "--help")]
    [InlineData(ExitCodes.Success, "System.Diagnostics.Process.Start(\"sleep\", \"600\");")]
    public void Run_HoweverItEnds_LeavesNoProcess(int expectedExitCode, string program, params string[] options)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are found as Linux lists them.");
        using var folder = TemporaryFolder.With(("Program.cs", program));
        using CommandProcess command = CommandProcess.Start(
            new Dictionary<string, string?> { [Mark] = _value }, ["run", folder.PathOf("Program.cs"), .. options]);

        Assert.Equal(expectedExitCode, command.WaitForExit().ExitCode);
        Assert.True(SpinWait.SpinUntil(() => !IsAnyLeft(), TimeSpan.FromSeconds(10)), "A process is left.");
    }

    private bool IsAnyLeft() => Directory.EnumerateDirectories("/proc").Any(HasMark);

    private bool HasMark(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "environ")).Contains($"{Mark}={_value}", StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // No process, somebody else's, or one that has just ended.
            return false;
        }
    }
}
