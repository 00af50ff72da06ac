namespace AsyncBasics.Wasm.Tests;

public sealed class EngineTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly SourceFile s_counter = new("Counter.cs", "static class Counter { public static int Runs; }");

    [Fact]
    public async Task Run_EveryProgram_GivesTheReportOfANativeRunByteForByte()
    {
        EnginePage page = await browser.SharedPage();

        Assert.True(Programs.Names.Count >= 12, "The lesson's two programs and ten others are to be run.");
        List<string> differences = [];
        foreach (string name in Programs.Names)
        {
            SourceFile[] files = Programs.Read(name);
            string native = ReportJson.Write(Laboratory.Run(files));
            string inBrowser = await page.Run(files);
            if (native != inBrowser)
            {
                differences.Add($"{name}: {FirstDifference(native, inBrowser)}");
            }
        }

        Assert.True(differences.Count == 0, string.Join(Environment.NewLine, differences));
    }

    [Fact]
    public async Task Check_Program_GivesTheReportOfANativeCheck()
    {
        EnginePage page = await browser.SharedPage();
        SourceFile[] files = [new("Broken.cs", "int x = \"text\";")];

        string report = await page.Check(files);

        Assert.Equal(ReportJson.Write(Laboratory.Check(files)), report);
        Assert.Equal(Outcome.CompileError, ReportJson.Read(report).Outcome);
    }

    [Fact]
    public async Task Run_TheSameProgramTwiceMore_GivesTheSameReport()
    {
        EnginePage page = await browser.SharedPage();
        SourceFile[] files = Programs.Read("lesson/Program.Task.cs");
        string first = await page.Run(files);

        Assert.Equal(first, await page.Run(files));
        Assert.Equal(first, await page.Run(files));
    }

    [Fact]
    public async Task Run_AfterACheckOfTheSameOrOfAnotherText_RunsWhatItIsGiven()
    {
        EnginePage page = await browser.SharedPage();
        SourceFile[] first = [new("Program.cs", "Console.WriteLine(++Counter.Runs + Text.Of);"), Text("a"), s_counter];
        SourceFile[] second = [first[0], Text("b"), s_counter];
        await page.Check(first);
        await page.Run(first);

        Assert.Equal(ReportJson.Write(Laboratory.Run(first)), await page.Run(first));
        await page.Check(first);
        Assert.Equal(ReportJson.Write(Laboratory.Run(second)), await page.Run(second));
        Assert.Equal("1a\n", ReportJson.Read(await page.Run(first)).Stdout);

        static SourceFile Text(string text) => new("Text.cs", $"static class Text {{ public static string Of = \"{text}\"; }}");
    }

    [Fact]
    public async Task Run_WithOptions_FollowsThem()
    {
        EnginePage page = await browser.SharedPage();
        SourceFile[] files = [new("Program.cs", "Console.WriteLine(Console.ReadLine() + args[0] + Random.Shared.Next());")];
        var options = new RunOptions { Seed = 7, Input = "read\n", Arguments = ["argument"] };

        string report = await page.Run(files, new { seed = 7, input = "read\n", arguments = new[] { "argument" } });

        Assert.Equal(ReportJson.Write(Laboratory.Run(files, options)), report);
        Assert.StartsWith("readargument", ReportJson.Read(report).Stdout, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ProgramThatWrites_TellsThePageWhileItRuns()
    {
        EnginePage page = await browser.SharedPage();
        SourceFile[] files = [new("Program.cs", "Console.WriteLine(\"one\"); await Task.Delay(1000); Console.WriteLine(\"two\");")];

        string[] told = await page.RunAndListen(files);

        Assert.Equal("one\ntwo\n", string.Concat(told));
    }

    [Theory]
    [InlineData("Asia/Tokyo", "09:00:00")]
    [InlineData("America/Bogota", "-05:00:00")]
    public async Task Run_InAnotherTimeZone_IsInThatOfTheBrowser(string timeZone, string offset)
    {
        await using EnginePage page = await EnginePage.Start(browser, timeZone);
        SourceFile[] files = [new("Program.cs", "Console.WriteLine(TimeZoneInfo.Local.BaseUtcOffset);")];

        Assert.Equal($"{offset}\n", ReportJson.Read(await page.Run(files)).Stdout);
    }

    [Fact]
    public async Task Cancel_EndlessLoop_EndsItAndTheEngineRunsAgain()
    {
        await using EnginePage page = await EnginePage.Start(browser);
        SourceFile[] endless = [new("Endless.cs", "Console.WriteLine(\"begun\"); while (true) { }")];

        string error = await page.CancelWhileRunning(endless);

        Assert.Equal("Cancelled", error);
        SourceFile[] files = [new("Program.cs", "Console.WriteLine(\"again\");")];
        Assert.Equal("again\n", ReportJson.Read(await page.Run(files)).Stdout);
    }

    private static string FirstDifference(string native, string inBrowser)
    {
        (string, string) line = native.Split('\n').Zip(inBrowser.Split('\n')).FirstOrDefault(pair => pair.First != pair.Second);
        return $"natively {line.Item1}, in the browser {line.Item2}";
    }
}
