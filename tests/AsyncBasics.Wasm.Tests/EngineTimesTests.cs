using System.Diagnostics;
using System.Globalization;

namespace AsyncBasics.Wasm.Tests;

/// <summary>How long the engine takes. It prints the times; the bounds are wide, since the machine may have other work.</summary>
public sealed class EngineTimesTests(Browser browser) : IClassFixture<Browser>
{
    private const int LaterRuns = 10;

    [Fact]
    public async Task Times_BootFirstAndLaterRuns_StayFarBelowWhatAReaderWaitsFor()
    {
        SourceFile[] files = Programs.Read("lesson/Program.Task.cs");
        await using EnginePage page = await EnginePage.Start(browser);
        double first = await SecondsOf(page.Run(files));
        List<double> later = [];
        for (int run = 0; run < LaterRuns; run++)
        {
            later.Add(await SecondsOf(page.Run(files)));
        }

        double median = later.Order().ElementAt(LaterRuns / 2);
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"boot {page.BootSeconds:0.00} s, first run {first:0.00} s, later runs {median:0.000} s (median of {LaterRuns})"));
        Assert.InRange(page.BootSeconds, 0, 60);
        Assert.InRange(first, 0, 60);
        Assert.InRange(median, 0, 10);
    }

    private static async Task<double> SecondsOf(Task<string> run)
    {
        long start = Stopwatch.GetTimestamp();
        await run;
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
