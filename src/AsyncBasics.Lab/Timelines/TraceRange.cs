namespace AsyncBasics.Lab;

/// <summary>The stretch of a trace that one timeline shows.</summary>
/// <param name="Title">Its title.</param>
/// <param name="First">The index of its first event.</param>
/// <param name="Count">The index after its last event.</param>
/// <param name="Start">The loop's time at its beginning.</param>
/// <param name="End">The loop's time at its end, or now.</param>
/// <param name="IsOver">Whether it has ended.</param>
/// <param name="Closer">Whose code ended it, if a part was ended by somebody's code.</param>
internal sealed record TraceRange(string Title, int First, int Count, TimeSpan Start, TimeSpan End, bool IsOver, int Closer)
{
    /// <summary>On a real clock an instant takes a little time, which is nothing to draw or to speak of.</summary>
    private static readonly TimeSpan s_longestInstant = TimeSpan.FromMilliseconds(50);

    public TimeSpan Took => End - Start;

    /// <summary>What lasts no longer than this counts as an instant: a tenth of the whole, at most 50 ms.</summary>
    public TimeSpan Instant(Trace trace)
    {
        TimeSpan tenth = Took / 10;
        return trace.IsVirtual ? TimeSpan.Zero : tenth < s_longestInstant ? tenth : s_longestInstant;
    }

    public static TraceRange Whole(Trace trace) =>
        Between(trace, string.Empty, 0, trace.Events.Count, isOver: !trace.IsRunning, TraceEvent.Nobody);

    public static IEnumerable<TraceRange> Parts(Trace trace)
    {
        int? first = null;
        for (int index = 0; index < trace.Events.Count; index++)
        {
            TraceEvent happened = trace.Events[index];
            bool begins = happened.Kind == TraceEventKind.PartBegins;
            if (first is { } open && (begins || happened.Kind == TraceEventKind.PartEnds))
            {
                int closer = begins ? TraceEvent.Nobody : happened.Subject;
                yield return Between(trace, trace.Events[open].Text!, open, index + 1, isOver: true, closer);
                first = null;
            }

            first = begins ? index : first;
        }

        if (first is { } last)
        {
            yield return Between(trace, trace.Events[last].Text!, last, trace.Events.Count, isOver: !trace.IsRunning, TraceEvent.Nobody);
        }
    }

    private static TraceRange Between(Trace trace, string title, int first, int count, bool isOver, int closer)
    {
        // A part may be marked outside of a run, with the time of the run before: what counts is what happens inside.
        int begin = first;
        while (begin < count && IsMarkOutside(trace.Events[begin]))
        {
            begin++;
        }

        int end = count - 1;
        while (end > begin && IsMarkOutside(trace.Events[end]))
        {
            end--;
        }

        TimeSpan start = begin < count ? trace.Events[begin].Time : trace.Now;
        TimeSpan until = !isOver ? trace.Now : begin < count ? trace.Events[end].Time : start;
        return new TraceRange(title, first, count, start, until > start ? until : start, isOver, closer);
    }

    private static bool IsMarkOutside(TraceEvent happened) =>
        happened.Kind is TraceEventKind.PartBegins or TraceEventKind.PartEnds && happened.Subject == TraceEvent.Nobody;
}
