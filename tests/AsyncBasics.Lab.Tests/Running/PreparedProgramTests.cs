namespace AsyncBasics.Lab.Tests.Running;

public sealed class PreparedProgramTests
{
    private static readonly SourceFile[] s_program =
    [
        new("Program.cs", """
            Counter.Runs++;
            await Task.Delay(1000);
            Console.WriteLine($"{Counter.Runs} {args.Length} {new Random().Next()}");
            """),
        new("Counter.cs", "static class Counter { public static int Runs; }"),
    ];

    [Fact]
    public void Run_Again_GivesTheReportOfAProgramReadAnew()
    {
        PreparedProgram prepared = Laboratory.Prepare(s_program);
        string expected = ReportJson.Write(Laboratory.Run(s_program));

        Assert.Equal(expected, ReportJson.Write(prepared.Run()));
        Assert.Equal(expected, ReportJson.Write(prepared.Run()));
    }

    [Fact]
    public void Run_WithOtherOptions_FollowsThemAndNotThoseOfTheRunBefore()
    {
        PreparedProgram prepared = Laboratory.Prepare(s_program);
        prepared.Run();
        var options = new RunOptions { Seed = 7, Arguments = ["one", "two"] };

        Report report = prepared.Run(options);

        Assert.Equal(ReportJson.Write(Laboratory.Run(s_program, options)), ReportJson.Write(report));
        Assert.StartsWith("1 2 ", report.Stdout, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_BeforeAndAfterItIsReady_GivesTheSameReport()
    {
        PreparedProgram prepared = Laboratory.Prepare([new SourceFile("Program.cs", "Work(); async Task Work() => await Task.Delay(1);")]);
        string before = ReportJson.Write(prepared.Check());
        prepared.MakeReady();
        prepared.MakeReady();

        Assert.Equal(before, ReportJson.Write(prepared.Check()));
        Assert.Equal("never-awaited", Assert.Single(prepared.Check().Findings).Kind);
    }

    [Fact]
    public void Run_ProgramThatDoesNotCompile_SaysSoEachTime()
    {
        PreparedProgram prepared = Laboratory.Prepare([new SourceFile("Program.cs", "int x = \"text\";")]);
        prepared.MakeReady();

        Assert.Equal(Outcome.CompileError, prepared.Run().Outcome);
        Assert.Equal(ReportJson.Write(prepared.Check()), ReportJson.Write(prepared.Run()));
    }
}
