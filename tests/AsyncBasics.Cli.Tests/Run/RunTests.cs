using AsyncBasics.Lab;

namespace AsyncBasics.Cli.Tests;

public sealed class RunTests
{
    private const string OneAfterAnother = """
        Console.WriteLine(args.Length > 0 ? args[0] : "no argument");
        await Fetch("a", 2);
        await Fetch("b", 1);
        static async Task Fetch(string name, int seconds)
        {
            await Task.Delay(seconds * 1000);
            Console.WriteLine(name);
        }
        """;

    [Fact]
    public void Run_Program_ShowsItsOutputThenItsLanesFindingsAndSummary()
    {
        using var folder = TemporaryFolder.With(("Program.cs", OneAfterAnother));

        CommandResult result = Command.Run("run", folder.PathOf("Program.cs"));

        Assert.Equal(ExitCodes.Success, result.ExitCode);
        Assert.Equal(["no argument", "a", "b", ""], result.Lines[..4]);
        Assert.Contains(result.Lines, line => line.StartsWith("AB005 line 2:", StringComparison.Ordinal));
        Assert.Contains(result.Lines, line => line.Contains("Fetch a", StringComparison.Ordinal));
        Assert.Equal("took 3.0 s - had to take 2.0 s - 1 finding", result.Lines[^1]);
    }

    [Fact]
    public void Run_ProgramThatWritesErrorsOnly_SetsThePictureOff()
    {
        using var folder = TemporaryFolder.With(("Program.cs", "Console.Error.Write(\"trouble\"); await Task.Delay(10);"));

        CommandResult result = Command.Run("run", folder.PathOf("Program.cs"));

        Assert.Equal("trouble\n", result.Error);
        Assert.Equal(string.Empty, result.Lines[0]);
        Assert.StartsWith("Program.cs", Path.GetFileName(result.Lines[1]), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Strict_ExitsWithOneWhenThereAreFindings()
    {
        using var folder = TemporaryFolder.With(("Program.cs", OneAfterAnother), ("Good.cs", "await Task.Delay(1);"));

        Assert.Equal(ExitCodes.Failure, Command.Run("run", folder.PathOf("Program.cs"), "--strict").ExitCode);
        Assert.Equal(ExitCodes.Success, Command.Run("run", folder.PathOf("Good.cs"), "--strict").ExitCode);
    }

    [Fact]
    public void Run_Json_WritesTheReportOfTheLabAndNothingElse()
    {
        using var folder = TemporaryFolder.With(("Program.cs", OneAfterAnother));
        string path = folder.PathOf("Program.cs");

        CommandResult result = Command.Run("run", path, "--json", "--", "--given");

        Report expected = Laboratory.Run([new SourceFile(path, OneAfterAnother)], new RunOptions { Arguments = ["--given"] });
        Assert.Equal(ReportJson.Write(expected), result.Output.TrimEnd('\n'));
        Assert.StartsWith("--given\n", expected.Stdout, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Files_AreWrittenBesideTheReport()
    {
        using var folder = TemporaryFolder.With(("Program.cs", OneAfterAnother));

        CommandResult result = Command.Run(
            "run", folder.PathOf("Program.cs"), "--quiet",
            "--svg", folder.PathOf("r.svg"), "--html", folder.PathOf("r.html"), "--json", folder.PathOf("r.json"), "--perfetto", folder.PathOf("r.trace"));

        Assert.Equal(ExitCodes.Success, result.ExitCode);
        Assert.DoesNotContain("no argument", result.Lines);
        Assert.StartsWith("<svg", File.ReadAllText(folder.PathOf("r.svg")), StringComparison.Ordinal);
        Assert.StartsWith("<!doctype html>", File.ReadAllText(folder.PathOf("r.html")), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(3, ReportJson.Read(File.ReadAllText(folder.PathOf("r.json"))).MakespanSeconds);
        Assert.Contains("traceEvents", File.ReadAllText(folder.PathOf("r.trace")), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Compare_ShowsBothOnOneScaleAndWhatBecameDifferent()
    {
        using var folder = TemporaryFolder.With(
            ("Before.cs", OneAfterAnother),
            ("After.cs", OneAfterAnother.Replace("await Fetch(\"a\", 2);\nawait Fetch(\"b\", 1);", "await Task.WhenAll(Fetch(\"a\", 2), Fetch(\"b\", 1));", StringComparison.Ordinal)));

        CommandResult result = Command.Run("run", folder.PathOf("Before.cs"), "--compare", folder.PathOf("After.cs"));

        Assert.Equal(ExitCodes.Success, result.ExitCode);
        Assert.Contains(result.Lines, line => line.StartsWith("- gone: AB005", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_CompileError_ShowsItAsTheCompilerDoesAndExitsWithOne()
    {
        using var folder = TemporaryFolder.With(("Program.cs", "int x = \"text\";"));

        CommandResult result = Command.Run("run", folder.PathOf("Program.cs"));

        Assert.Equal(ExitCodes.Failure, result.ExitCode);
        Assert.Contains("error CS0029", result.Output, StringComparison.Ordinal);
        Assert.Equal("1 error: it could not be compiled", result.Lines[^1]);
    }

    [Fact]
    public void Run_InputFile_IsWhatTheProgramReads()
    {
        using var folder = TemporaryFolder.With(("Program.cs", "Console.WriteLine($\"<{Console.ReadLine()}>\");"), ("input.txt", "read\n"));

        CommandResult result = Command.Run("run", folder.PathOf("Program.cs"), "--input", folder.PathOf("input.txt"));

        Assert.Equal("<read>", result.Lines[0]);
    }

    [Fact]
    public void Run_Folder_RunsAllItsFilesAsOneProgram()
    {
        using var folder = TemporaryFolder.With(
            ("Program.cs", "await new Worker().Work();"),
            ("Work/Worker.cs", "class Worker { public async Task Work() { await Task.Delay(1500); Console.WriteLine(\"worked\"); } }"));

        CommandResult result = Command.Run("run", folder.Path, "--text");

        Assert.Equal("worked", result.Lines[0]);
        Assert.Contains("took 1.5 s", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_StandardError_IsKeptApart()
    {
        using var folder = TemporaryFolder.With(("Program.cs", "Console.WriteLine(\"out\"); Console.Error.WriteLine(\"error\");"));

        CommandResult result = Command.Run("run", folder.PathOf("Program.cs"));

        Assert.Equal("out", result.Lines[0]);
        Assert.Equal("error\n", result.Error);
    }
}
