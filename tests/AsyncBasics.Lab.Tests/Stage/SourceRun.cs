namespace AsyncBasics.Lab.Tests.StandIns;

/// <summary>Runs a program from its source, as a user does.</summary>
internal static class SourceRun
{
    /// <summary>Runs it; it has to come to its end.</summary>
    /// <returns>What it wrote, line by line, and then, where it ended otherwise, how.</returns>
    public static string[] Of(string source, RunOptions? options = null)
    {
        Report report = Laboratory.Run([new SourceFile("Program.cs", source)], options);
        IEnumerable<string> end = report.Outcome switch
        {
            Outcome.Finished => [],
            Outcome.CompileError => report.Diagnostics.Where(message => message.IsError).Select(message => message.Message),
            _ => [$"{report.Outcome}: {report.Message}"],
        };
        return [.. report.Stdout.Split('\n', StringSplitOptions.RemoveEmptyEntries), .. end];
    }
}
