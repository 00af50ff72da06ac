namespace AsyncBasics.Lab;

/// <summary>Finds out, of every lane, by which line it was called, and whether it was awaited right there.</summary>
internal sealed class CallSites
{
    // A coroutine begins some time after the call that made it. Those of one method begin in the order in which they were made, as a rule.
    private readonly Dictionary<string, Queue<int>> _coroutines = new(StringComparer.Ordinal);

    // Work for another thread may be spoken of before it begins.
    private readonly Dictionary<int, Ahead> _ahead = [];
    private (int Caller, int Called) _last = (TraceEvent.Nobody, TraceEvent.Nobody);

    /// <summary>A call has returned a task, or a coroutine.</summary>
    public void Add(TraceEvent happened, Strand? called, Trace trace)
    {
        _last = (happened.Subject, happened.Other);
        if (called is not null)
        {
            NoteCall(called.Root, happened.Site);
        }
        else if (happened.Other != TraceEvent.Nobody)
        {
            AheadOf(happened.Other).CallSite = happened.Site;
        }
        else
        {
            string method = trace.Sites[happened.Site].Name;
            if (!_coroutines.TryGetValue(method, out Queue<int>? sites))
            {
                _coroutines.Add(method, sites = new Queue<int>());
            }

            sites.Enqueue(happened.Site);
        }
    }

    /// <summary>Something is awaited.</summary>
    public void Await(TraceEvent happened, Strand caller, Func<int, Strand?> find, Trace trace)
    {
        int subject = happened.Other != TraceEvent.Nobody || _last.Caller != happened.Subject ? happened.Other : _last.Called;
        Strand? awaited = find(subject);
        if (trace.Sites[happened.Site].Kind == TraceSiteKind.AwaitOfCall && subject != TraceEvent.Nobody)
        {
            if (awaited is null)
            {
                AheadOf(subject).IsAwaitedInPlace = true;
            }
            else if (ReferenceEquals(awaited.Creator, caller))
            {
                awaited.Root.IsAwaitedInPlace = true;
                awaited.Root.IsObserved = true;
            }
        }

        _last = (TraceEvent.Nobody, TraceEvent.Nobody);
    }

    /// <summary>Somebody wants to know how something ends that has not begun.</summary>
    public void ObserveLater(int subject) => AheadOf(subject).IsObserved = true;

    /// <summary>A lane begins.</summary>
    public void Begin(int subject, LaneDraft lane)
    {
        if (_ahead.Remove(subject, out Ahead? ahead))
        {
            NoteCall(lane, ahead.CallSite);
            lane.IsObserved = ahead.IsObserved || ahead.IsAwaitedInPlace;
            lane.IsAwaitedInPlace = ahead.IsAwaitedInPlace;
        }
    }

    /// <summary>The place of the call of a coroutine method that has just begun.</summary>
    public int Take(string method) =>
        _coroutines.TryGetValue(method, out Queue<int>? sites) && sites.TryDequeue(out int site) ? site : TraceEvent.Nobody;

    /// <inheritdoc cref="Take"/>
    /// <param name="name">The name of the call: the method, and perhaps an argument.</param>
    public int TakeByCallName(string name) => Take(name.Split(' ')[0]);

    private static void NoteCall(LaneDraft lane, int site)
    {
        if (lane.CallSite == TraceEvent.Nobody)
        {
            lane.CallSite = site;
            lane.IsObserved ??= false;
        }
    }

    private Ahead AheadOf(int subject)
    {
        if (!_ahead.TryGetValue(subject, out Ahead? ahead))
        {
            _ahead.Add(subject, ahead = new Ahead());
        }

        return ahead;
    }

    private sealed class Ahead
    {
        public int CallSite { get; set; } = TraceEvent.Nobody;

        public bool IsObserved { get; set; }

        public bool IsAwaitedInPlace { get; set; }
    }
}
