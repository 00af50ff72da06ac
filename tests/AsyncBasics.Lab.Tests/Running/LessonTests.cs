namespace AsyncBasics.Lab.Tests.Running;

public sealed class LessonTests
{
    [Theory]
    [InlineData("Program.cs")]
    [InlineData("Program.Task.cs")]
    public void Run_TheLesson_TakesNineSecondsOnTheVirtualClock(string file)
    {
        Report report = Laboratory.Run([Lesson(file)]);

        Assert.Equal(Outcome.Finished, report.Outcome);
        Assert.Equal(9, report.MakespanSeconds);
        Assert.Equal(6, report.CriticalPathSeconds); // the sequential part need not have been one
        Assert.EndsWith("Concurrent total: ~3 seconds", report.Stdout.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_TheLessonInBothDialects_WritesTheSame() =>
        Assert.Equal(Laboratory.Run([Lesson("Program.cs")]).Stdout, Laboratory.Run([Lesson("Program.Task.cs")]).Stdout);

    [Theory]
    [InlineData("Program.cs")]
    [InlineData("Program.Task.cs")]
    public void Run_TheLesson_NamesLanesAndTheirLines(string file)
    {
        SourceFile lesson = Lesson(file);

        Report report = Laboratory.Run([lesson]);

        Lane[] tasks = [.. report.Timeline!.Lanes.Where(lane => lane.Name.StartsWith("DoTask", StringComparison.Ordinal))];
        Assert.Equal(["DoTask A", "DoTask B", "DoTask C", "DoTask A", "DoTask B", "DoTask C"], tasks.Select(lane => lane.Name));
        string line = lesson.Text.Split('\n')[tasks[0].Line!.Value - 1];
        Assert.Contains(" DoTask(string name, double seconds)", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Program.cs")]
    [InlineData("Program.Task.cs")]
    public void Run_Twice_GivesTheSameReport(string file) =>
        Assert.Equal(ReportJson.Write(Laboratory.Run([Lesson(file)])), ReportJson.Write(Laboratory.Run([Lesson(file)])));

    private static SourceFile Lesson(string file) =>
        new(file, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Lesson", file)));
}
