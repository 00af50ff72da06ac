using AsyncBasics.Lab;

namespace AsyncBasics.Cli;

/// <summary>Shows a run: what it wrote, its timeline, and what the lab found.</summary>
internal static class RunScreen
{
    public static void Show(Conversation talk, Report report, bool withOutput = true)
    {
        if (withOutput)
        {
            ShowOutput(talk, report);
        }

        talk.SayLines(TextReport.Render(report, new TextTimelineOptions
        {
            Width = Math.Min(talk.Terminal.Size().Columns, 120),
            Unicode = talk.Terminal.Unicode,
            Colour = talk.Terminal.Colour,
            Legend = false,
        }));
        talk.Say();
    }

    public static void ShowOutput(Conversation talk, Report report)
    {
        if (report.Outcome == Outcome.CompileError)
        {
            return;
        }

        if (report.Stdout.Trim().Length == 0)
        {
            talk.Say(Ink.Quiet, "It writes nothing.");
            talk.Say();
            return;
        }

        talk.Say(Ink.Quiet, "It writes:");
        talk.SayOutput(report.Stdout);
    }
}
