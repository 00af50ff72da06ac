namespace AsyncBasics.Lab;

/// <content>Async iterators and those who read them.</content>
public static partial class Probe
{
    /// <summary>The items of an async sequence, read by an <c>await foreach</c>.</summary>
    public static IAsyncEnumerable<T> Items<T>(int site, IAsyncEnumerable<T> items)
    {
        RunningProgram.Current?.Check(site);
        return items;
    }

    /// <summary>An async iterator hands out an item: it stands still until it is asked for the next one.</summary>
    public static T Yield<T>(int site, Span span, T item)
    {
        ArgumentNullException.ThrowIfNull(span);
        if (RunningProgram.Current is { } program && span.Subject != TraceEvent.Nobody)
        {
            program.Recorder.Suspend(span, new TraceEvent { Kind = TraceEventKind.Suspended, Wait = WaitKind.Native, Site = site });
        }

        return item;
    }

    /// <summary>An async iterator has been asked for the next item.</summary>
    public static void Resume(Span span)
    {
        ArgumentNullException.ThrowIfNull(span);
        if (RunningProgram.Current is { } program && span.Subject != TraceEvent.Nobody)
        {
            program.Recorder.ResumeHere(span);
        }
    }
}
