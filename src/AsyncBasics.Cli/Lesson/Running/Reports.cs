namespace AsyncBasics.Cli;

/// <summary>Prints what the loop has to report, in one style: a line on standard error.</summary>
internal sealed class Reports(Screen screen)
{
    /// <summary>Whether the run was ended early: then it is no wonder that some coroutines were not awaited any more.</summary>
    public Func<bool> IsInterrupted { get; set; } = () => false;

    public void Print(LoopReport report)
    {
        if (report.Kind == LoopReportKind.NeverAwaited && IsInterrupted())
        {
            return;
        }

        string line = $"warning: {report.Message}";
        if (report.Place is not null)
        {
            line += $", created by {report.Place}";
        }

        screen.WriteError(report.Exception is null ? line : $"{line}: {Words.Told(report.Exception)}");
    }
}
