namespace AsyncBasics;

/// <summary>
/// The coroutines made on one thread that nobody has awaited yet. What is still here when the task that made it ends, or the
/// loop does, was forgotten: so a forgotten await is reported at a fixed moment, without the garbage collector.
/// </summary>
/// <remarks>
/// Nearly every coroutine is awaited right after it is made. So the newest one only sits in a slot; it moves to the list when
/// another is made before it is awaited, or when the step ends.
/// </remarks>
internal sealed class UnstartedCoroutines
{
    private readonly List<Entry> _entries = [];
    private LoopTask? _newest;

    /// <summary>Whether to note where each coroutine was made: see <see cref="CreationPlace"/>.</summary>
    public bool KeepsPlaces { get; set; } = EventLoopOptions.DebugByDefault;
    private long _made;

    public void Add(LoopTask frame)
    {
        if (_newest is not null)
        {
            FileNewest();
        }

        _newest = frame;
        if (KeepsPlaces)
        {
            FileNewest();
        }
    }

    /// <summary>Called when somebody takes the coroutine to run it.</summary>
    public void Remove(LoopTask frame)
    {
        if (ReferenceEquals(_newest, frame))
        {
            _newest = null;
        }
        else if (ReferenceEquals(LoopThread.Current.Unstarted, this))
        {
            // From another thread the list must not be touched; there the entry is passed over when it is reported.
            RemoveEntry(frame);
        }
    }

    /// <summary>Reports what <paramref name="creator"/> made and nobody awaited.</summary>
    public void ReportOf(LoopTask creator, EventLoop loop)
    {
        EndStep();
        if (creator.UnstartedCount > 0)
        {
            Report(entry => ReferenceEquals(entry.Creator, creator), loop);
        }
    }

    /// <summary>Reports everything that is left.</summary>
    public void ReportAll(EventLoop loop)
    {
        EndStep();
        Report(static _ => true, loop);
    }

    /// <summary>Called at the end of a step: what it made and did not await yet belongs to its task.</summary>
    public void EndStep()
    {
        if (_newest is not null)
        {
            FileNewest();
        }
    }

    private void FileNewest()
    {
        LoopTask frame = _newest!;
        _newest = null;
        LoopTask? creator = LoopThread.Current.Task;
        if (creator is not null)
        {
            creator.UnstartedCount++;
        }

        frame.Slot = _entries.Count;
        _entries.Add(new Entry(frame, frame.Version, _made++, creator, KeepsPlaces ? CreationPlace.Capture(frame.CoroutineName) : null));
    }

    private void RemoveEntry(LoopTask frame)
    {
        int slot = frame.Slot;
        if ((uint)slot >= (uint)_entries.Count || !ReferenceEquals(_entries[slot].Frame, frame))
        {
            return;
        }

        if (_entries[slot].Creator is { } creator)
        {
            creator.UnstartedCount--;
        }

        frame.Slot = -1;
        int last = _entries.Count - 1;
        if (slot != last)
        {
            Entry moved = _entries[last];
            _entries[slot] = moved;
            if (!moved.Frame.IsConsumed)
            {
                // One that another thread has taken keeps its slot for the registry of tasks there.
                moved.Frame.Slot = slot;
            }
        }

        _entries.RemoveAt(last);
    }

    private void Report(Predicate<Entry> match, EventLoop loop)
    {
        List<Entry> forgotten = _entries.FindAll(match);
        forgotten.Sort(static (a, b) => a.Order.CompareTo(b.Order));
        _entries.RemoveAll(match);
        for (int slot = 0; slot < _entries.Count; slot++)
        {
            if (!_entries[slot].Frame.IsConsumed)
            {
                _entries[slot].Frame.Slot = slot;
            }
        }

        foreach (Entry entry in forgotten)
        {
            // One that another thread has taken is not forgotten.
            if (entry.Frame.Version == entry.Version && !entry.Frame.IsConsumed)
            {
                loop.Report(LoopReport.NeverAwaited(entry.Frame.CoroutineName, entry.Place));
            }
        }
    }

    private readonly record struct Entry(LoopTask Frame, int Version, long Order, LoopTask? Creator, string? Place);
}
