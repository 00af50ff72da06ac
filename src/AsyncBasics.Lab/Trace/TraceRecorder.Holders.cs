namespace AsyncBasics.Lab;

/// <content>Who waits for locks and semaphores, and who has them when nobody can go on any more.</content>
public sealed partial class TraceRecorder
{
    private readonly HashSet<Span> _waitingForHeld = [];
    private IReadOnlyDictionary<int, IReadOnlyList<int>> _holders = new Dictionary<int, IReadOnlyList<int>>();

    /// <summary>A call waits for a lock or a semaphore, or, when <paramref name="thing"/> is <see langword="null"/>, no longer does.</summary>
    internal void WaitFor(IHeld? thing, Span? span)
    {
        if (span is null || (thing is null && span.WaitsFor is null))
        {
            return;
        }

        lock (_lock)
        {
            span.WaitsFor = thing;
            if (thing is null)
            {
                _waitingForHeld.Remove(span);
            }
            else
            {
                _waitingForHeld.Add(span);
            }
        }
    }

    /// <summary>Keeps who has what is waited for: once the run ends, everything is given back.</summary>
    internal void KeepHolders()
    {
        lock (_lock)
        {
            _holders = _waitingForHeld.ToDictionary(
                span => span.Subject,
                IReadOnlyList<int> (span) => [.. span.WaitsFor!.Holders.OfType<Span>().Select(holder => holder.Subject).Distinct()]);
        }
    }
}
