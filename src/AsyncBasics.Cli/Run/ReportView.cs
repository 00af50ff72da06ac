using AsyncBasics.Lab;

namespace AsyncBasics.Cli;

/// <summary>Shows on the terminal what a program writes, and then its report.</summary>
internal sealed class ReportView(RunSettings settings, Terminal terminal) : IOutputListener
{
    private char _last = '\n';
    private char _lastError = '\n';

    /// <summary>Passes on what the program writes, while it runs.</summary>
    public void Output(string text)
    {
        if (settings.JsonToOutput || settings.Quiet || text.Length == 0)
        {
            return;
        }

        terminal.Out.Write(text);
        terminal.Out.Flush();
        _last = text[^1];
    }

    /// <inheritdoc/>
    public void ErrorOutput(string text)
    {
        if (settings.JsonToOutput || settings.Quiet || text.Length == 0)
        {
            return;
        }

        terminal.Error.Write(text);
        terminal.Error.Flush();
        _lastError = text[^1];
    }

    /// <summary>Shows the report, set off from what the program wrote.</summary>
    public void Show(Report report)
    {
        if (settings.JsonToOutput)
        {
            terminal.Out.WriteLine(ReportJson.Write(report));
            return;
        }

        if (_last != '\n')
        {
            terminal.Out.WriteLine();
        }

        if (_lastError != '\n')
        {
            terminal.Error.WriteLine();
            terminal.Error.Flush();
        }

        if (report.Stdout.Length + report.Stderr.Length > 0 && !settings.Quiet)
        {
            terminal.Out.WriteLine();
        }

        foreach (string line in Lines(report))
        {
            terminal.Out.WriteLine(line);
        }

        terminal.Out.Flush();
        _last = _lastError = '\n';
    }

    /// <summary>How to draw for a terminal.</summary>
    public static TextTimelineOptions OptionsFor(Terminal terminal) =>
        new() { Width = terminal.Size().Columns, Unicode = terminal.Unicode, Colour = terminal.Colour };

    private IReadOnlyList<string> Lines(Report report)
    {
        if (settings.InWords)
        {
            return ReportWords.Describe(report);
        }

        return TextReport.Render(settings.Quiet ? report with { Timeline = null } : report, OptionsFor(terminal));
    }
}
