namespace AsyncBasics.Lab;

/// <summary>Finds out, of every lane, by which line it was called, and whether it was awaited right there.</summary>
internal sealed class CallSites
{
    // A coroutine begins some time after the call that made it. Those of one method begin in the order in which they were made, as a rule.
    private readonly Dictionary<string, Queue<int>> _coroutines = new(StringComparer.Ordinal);
    private (int Caller, Strand? Called) _last = (TraceEvent.Nobody, null);

    /// <summary>A call has returned a task, or a coroutine.</summary>
    public void Add(TraceEvent happened, Strand? called, TraceSite site)
    {
        _last = (happened.Subject, called);
        if (called is null)
        {
            if (!_coroutines.TryGetValue(site.Name, out Queue<int>? sites))
            {
                _coroutines.Add(site.Name, sites = new Queue<int>());
            }

            sites.Enqueue(happened.Site);
        }
        else if (called.Root.CallSite == TraceEvent.Nobody)
        {
            called.Root.CallSite = happened.Site;
            called.Root.IsObserved ??= false;
        }
    }

    /// <summary>Something is awaited.</summary>
    public void Await(TraceEvent happened, Strand caller, Strand? awaited, TraceSite site)
    {
        awaited ??= _last.Caller == happened.Subject ? _last.Called : null;
        if (site.Kind == TraceSiteKind.AwaitOfCall && awaited is not null && ReferenceEquals(awaited.Creator, caller))
        {
            awaited.Root.IsAwaitedInPlace = true;
            awaited.Root.IsObserved = true;
        }

        _last = (TraceEvent.Nobody, null);
    }

    /// <summary>The place of the call of a coroutine method that has just begun.</summary>
    public int Take(string method) =>
        _coroutines.TryGetValue(method, out Queue<int>? sites) && sites.TryDequeue(out int site) ? site : TraceEvent.Nobody;

    /// <inheritdoc cref="Take"/>
    /// <param name="name">The name of the call: the method, and perhaps an argument.</param>
    public int TakeByCallName(string name) => Take(name.Split(' ')[0]);
}
