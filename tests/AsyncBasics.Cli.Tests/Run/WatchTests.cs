namespace AsyncBasics.Cli.Tests;

public sealed class WatchTests
{
    [Fact]
    public void Watch_SavesOfEveryKind_RunAgainEachTimeUntilAskedToTerminate()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent with kill.");
        using var folder = TemporaryFolder.With(("Program.cs", "Console.WriteLine(\"first\");"));
        string path = folder.PathOf("Program.cs");
        using CommandProcess command = CommandProcess.Start("run", "--watch", path);
        Assert.Contains("first", ReadReport(command));

        File.WriteAllText(path, "Console.WriteLine(\"second\");");
        Assert.Contains("second", ReadReport(command));

        // As many editors save: a new file in the old one's place.
        File.Move(folder.Write("next", "Console.WriteLine(\"third\");"), path, overwrite: true);
        Assert.Contains("third", ReadReport(command));

        // A run that goes wild costs the host, and the next one has a new host.
        File.WriteAllText(path, "Console.WriteLine(\"wild\"); F(1); int F(int n) => F(n + 1) + 1;");
        Assert.Contains("wild", ReadReport(command));
        File.WriteAllText(path, "Console.WriteLine(\"tame\");");
        Assert.Contains("tame", ReadReport(command));

        command.Send("TERM");
        Assert.Equal(ExitCodes.Terminated, command.WaitForExit().ExitCode);
    }

    private static List<string> ReadReport(CommandProcess command)
    {
        List<string> lines = [];
        while (command.Output.ReadLine() is { } line)
        {
            if (line.StartsWith("Waiting for a change.", StringComparison.Ordinal))
            {
                return lines;
            }

            lines.Add(line);
        }

        throw new InvalidOperationException($"The command ended: {string.Join('\n', lines)}");
    }
}
