using System.Diagnostics;
using System.Globalization;

namespace AsyncBasics.Wasm.Tests;

/// <summary>How long the engine takes. It prints the times; the bounds are wide, since the machine may have other work.</summary>
public sealed class EngineTimesTests(Browser browser) : IClassFixture<Browser>
{
    private const int LaterRuns = 10;

    private static readonly TimeSpan s_pauseBeforeARun = TimeSpan.FromSeconds(0.5);

    [Fact]
    public async Task Times_BootFirstAndLaterRuns_StayFarBelowWhatAReaderWaitsFor()
    {
        SourceFile program = Assert.Single(Programs.Read("lesson/Program.Task.cs"));
        await using EnginePage page = await EnginePage.Start(browser);
        double first = await SecondsOf(page.Run([program]));
        List<double> later = [], checkedBefore = [];
        for (int run = 0; run < LaterRuns; run++)
        {
            later.Add(await SecondsOf(page.Run(Changed(program, $"{run}"))));
            SourceFile[] typed = Changed(program, $"{run}, checked");
            await page.Check(typed);
            await Task.Delay(s_pauseBeforeARun, TestContext.Current.CancellationToken);
            checkedBefore.Add(await SecondsOf(page.Run(typed)));
        }

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            boot        {page.BootSeconds:0.00} s
            first run   {first:0.00} s
            later runs  {Median(checkedBefore):0.000} s (of a changed program that was checked while it was typed, median of {LaterRuns})
            unchecked   {Median(later):0.000} s (of a changed program that comes as a surprise, median of {LaterRuns})
            """));
        Assert.InRange(page.BootSeconds, 0, 60);
        Assert.InRange(first, 0, 60);
        Assert.InRange(Median(later), 0, 10);
        Assert.InRange(Median(checkedBefore), 0, 10);
    }

    private static SourceFile[] Changed(SourceFile program, string note) => [program with { Text = $"{program.Text}\n// {note}\n" }];

    private static double Median(List<double> seconds) => seconds.Order().ElementAt(seconds.Count / 2);

    private static async Task<double> SecondsOf(Task<string> run)
    {
        long start = Stopwatch.GetTimestamp();
        await run;
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
