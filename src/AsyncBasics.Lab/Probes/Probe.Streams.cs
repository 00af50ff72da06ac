namespace AsyncBasics.Lab;

/// <content>Async iterators and those who read them.</content>
public static partial class Probe
{
    /// <summary>The items of an async sequence, read by an <c>await foreach</c>.</summary>
    /// <param name="site">Where it is written.</param>
    /// <param name="items">The sequence.</param>
    /// <param name="continueOnCapturedContext">What <c>ConfigureAwait</c> says.</param>
    /// <param name="cancellationToken">What <c>WithCancellation</c> says.</param>
    public static ProbedItems<T> Items<T>(
        int site, IAsyncEnumerable<T> items, bool continueOnCapturedContext = true, CancellationToken cancellationToken = default)
    {
        RunningProgram.Current?.Check(site);
        return new ProbedItems<T>(site, items, continueOnCapturedContext, cancellationToken);
    }

    /// <summary>The next item is awaited.</summary>
    internal static Awaiting BeginItem(int site, object? task)
    {
        if (RunningProgram.Current is not { } program)
        {
            return default;
        }

        int subject = task is not null && program.Tasks.Of(task) is null && program.Recorder.LastSuspended is { } iterator
            && ReferenceEquals(iterator.Caller, program.Recorder.CurrentSpan)
                ? program.Tasks.IsCall(task, iterator)
                : program.Tasks.SubjectOf(task);
        program.Recorder.Tell(TraceEventKind.Awaits, subject, site);
        return new Awaiting(site, subject, task);
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
