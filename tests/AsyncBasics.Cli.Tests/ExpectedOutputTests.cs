using AsyncBasics.Lab;

namespace AsyncBasics.Cli.Tests;

/// <summary>The lesson's program as it is, in both dialects.</summary>
public sealed class ExpectedOutputTests
{
    [Theory]
    [InlineData("coroutine")]
    [InlineData("task")]
    public void Run_WithoutOptions_PrintsTheFirstTwoParts(string dialect)
    {
        CommandResult result = Command.RunVirtual("--dialect", dialect);

        Assert.Equal(Expected.Output, result.Output);
        Assert.Equal(string.Empty, result.Error);
        Assert.Equal(0, result.ExitCode);
    }

    [Theory]
    [InlineData("coroutine")]
    [InlineData("task")]
    public void All_PrintsTheThirdPartAndTheResults(string dialect)
    {
        CommandResult result = Command.RunVirtual("--all", "--dialect", dialect);

        Assert.Equal(Expected.OutputOfAll, result.Output);
        Assert.Equal(string.Empty, result.Error);
    }

    [Theory]
    [InlineData("sequential", "Sequential")]
    [InlineData("concurrent", "Concurrent")]
    public void Part_PrintsThatPartOnly(string part, string title)
    {
        foreach (string dialect in new[] { "coroutine", "task" })
        {
            Assert.Equal(Expected.Part(title), Command.RunVirtual("--part", part, "--dialect", dialect).Output);
        }
    }

    [Theory]
    [InlineData("coroutine")]
    [InlineData("task")]
    public void PartCreateTask_PrintsItsResultsToo(string dialect)
    {
        string third = Expected.OutputOfAll[Expected.OutputOfAll.IndexOf("--- Using", StringComparison.Ordinal)..];

        Assert.Equal(third, Command.RunVirtual("--part", "create-task", "--dialect", dialect).Output);
    }

    [Theory]
    [InlineData("coroutine")]
    [InlineData("task")]
    public void VirtualClock_AllWithTimeline_GivesTheSameBytesEachTime(string dialect)
    {
        string[] outputs =
            [.. Enumerable.Range(0, 10).Select(_ => Command.RunVirtual("--all", "--timeline", "--dialect", dialect).Output)];

        Assert.Single(outputs.Distinct());
    }

    [Fact]
    public void VirtualClock_All_GivesTheSameTraceEachTime()
    {
        foreach (Dialect dialect in Enum.GetValues<Dialect>())
        {
            var settings = new Settings { All = true, VirtualClock = true, Dialect = dialect };

            string[] traces = [.. Enumerable.Range(0, 10).Select(_ => TraceOf(settings))];

            Assert.NotEmpty(traces[0]);
            Assert.Single(traces.Distinct());
        }
    }

    private static string TraceOf(Settings settings)
    {
        var recorder = new TraceRecorder();
        new LessonRun(settings, new Terminal { Out = TextWriter.Null, Error = TextWriter.Null }, recorder).Execute();
        return recorder.ToTrace().ToText();
    }
}
