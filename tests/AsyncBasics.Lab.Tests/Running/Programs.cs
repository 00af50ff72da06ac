namespace AsyncBasics.Lab.Tests.Running;

/// <summary>Runs small programs in the lab.</summary>
internal static class Programs
{
    public static Report Run(string source, RunOptions? options = null) => Laboratory.Run([new SourceFile("Program.cs", source)], options);

    /// <summary>What a program writes, line by line; it has to finish.</summary>
    public static string[] Output(string source)
    {
        Report report = Run(source);
        Assert.True(report.Outcome == Outcome.Finished, $"{report.Outcome}: {report.Message} {string.Join('\n', report.Diagnostics)}");
        return report.Stdout.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The lane with a name; there must be one.</summary>
    public static Lane LaneOf(this Report report, string name) => Assert.Single(report.Timeline!.Lanes, lane => lane.Name == name);

    /// <summary>What a lane does, as words with times.</summary>
    public static string[] Story(this Lane lane) =>
    [
        .. lane.Segments.Select(segment => FormattableString.Invariant(
            $"{segment.Start.TotalSeconds}-{segment.End.TotalSeconds} {segment.Text}, line {segment.Place?.Line}")),
    ];
}
