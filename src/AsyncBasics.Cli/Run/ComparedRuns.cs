using AsyncBasics.Lab;

namespace AsyncBasics.Cli;

/// <summary>Runs two programs, one after the other, and shows them on one scale.</summary>
internal sealed class ComparedRuns(RunSettings settings, Terminal terminal)
{
    /// <returns>The exit code: that of the worse of the two.</returns>
    public int Execute()
    {
        // Nobody should wait for the first to learn that there is no second.
        _ = ProgramFiles.Find([settings.Compare!]);
        Report? first = RunOne(settings.Sources, out int firstCode);
        if (first is null || RunOne([settings.Compare!], out int secondCode) is not { } second)
        {
            return firstCode;
        }

        var comparison = new ReportComparison(first, second);
        IReadOnlyList<string> lines = settings.InWords
            ? comparison.Describe()
            : TextComparison.Render(comparison, ReportView.OptionsFor(terminal));
        foreach (string line in lines)
        {
            terminal.Out.WriteLine(line);
        }

        settings.Files.Write(comparison);
        return Math.Max(firstCode, secondCode);
    }

    /// <returns>Its report; <see langword="null"/> when it was interrupted.</returns>
    private Report? RunOne(IReadOnlyList<string> sources, out int exitCode)
    {
        var run = new SingleRun(settings with { Sources = sources }, terminal);
        Report report = run.Report(new NoListener());
        exitCode = run.ExitCodeOf(report);
        return run.IsInterrupted ? null : report;
    }
}
