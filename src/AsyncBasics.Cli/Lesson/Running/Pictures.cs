using AsyncBasics.Lab;

namespace AsyncBasics.Cli;

/// <summary>Shows each part as lanes over time: after it, or on a live screen also while it runs.</summary>
internal sealed class Pictures(Settings settings, Terminal terminal, Screen screen, TraceRecorder recorder)
{
    /// <summary>Begins the picture of a part.</summary>
    /// <returns>Ends the part when it is disposed.</returns>
    public IDisposable Begin(string title)
    {
        IDisposable part = recorder.Part(title);
        (screen as LiveScreen)?.Show(Draw);
        return part;
    }

    /// <summary>Shows the part that has ended.</summary>
    public void Show()
    {
        if (screen is LiveScreen live)
        {
            live.Leave();
            return;
        }

        foreach (string line in Draw(terminal.Size()))
        {
            screen.WriteLine(line);
        }
    }

    /// <returns>The lines, the first one empty, to set the picture off from what the program printed.</returns>
    private IReadOnlyList<string> Draw(TerminalSize size)
    {
        IReadOnlyList<Timeline> parts = Timeline.FromParts(recorder.ToTrace());
        if (parts.Count == 0)
        {
            return [];
        }

        Timeline part = parts[^1];
        if (!part.IsOver)
        {
            part = part with { Scale = ScaleOf(part) };
        }

        var options = new TextTimelineOptions { Width = size.Columns, Unicode = terminal.Unicode, Colour = terminal.Colour };
        return [string.Empty, .. TextTimeline.Render(part, options)];
    }

    /// <summary>
    /// What the axis shows of a part that goes on: from the beginning all the time that is to be expected, so that it stands still
    /// and the lanes move. On a real clock it becomes a little more.
    /// </summary>
    private TimeSpan ScaleOf(Timeline part)
    {
        TimeSpan most = Expected * 1.05;
        TimeSpan least = part.Took > Expected ? part.Took : Expected;
        return part.Took > most ? part.Scale : part.Scale > most || part.Scale < least ? least : part.Scale;
    }

    /// <summary>How long the longest of the parts takes when all goes as it is written.</summary>
    private TimeSpan Expected
    {
        get
        {
            bool oneByOne = settings.Blocking || settings.Parts.Contains(LessonPart.Sequential);
            IEnumerable<double> seconds = settings.Tasks.Select(task => task.Seconds);
            return TimeSpan.FromSeconds(oneByOne ? seconds.Sum() : seconds.Max());
        }
    }
}
