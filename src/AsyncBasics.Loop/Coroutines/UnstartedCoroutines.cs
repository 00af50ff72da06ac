namespace AsyncBasics;

/// <summary>
/// The coroutines made on one thread that nobody has awaited yet. What is still here when the task that made it ends, or the
/// loop does, was forgotten: so a forgotten await is reported at a fixed moment, without the garbage collector.
/// </summary>
/// <remarks>
/// Nearly every coroutine is awaited right after it is made. So the newest one only sits in a slot; it moves to the list when
/// another is made before it is awaited, or when the step ends. The list has a lock, because a coroutine may be awaited on another
/// thread than the one that made it; the slot is its own thread's alone.
/// </remarks>
internal sealed class UnstartedCoroutines(LoopThread thread)
{
    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];

    /// <summary>
    /// The newest, or who was it last: it is mostly the same frame again and again, and comparing is cheaper than telling the garbage
    /// collector of a store.
    /// </summary>
    private LoopTask? _newest;
    private bool _hasNewest;
    private long _made;

    /// <summary>Whether to note where each coroutine was made: see <see cref="CreationPlace"/>.</summary>
    public bool KeepsPlaces { get; set; } = EventLoopOptions.DebugByDefault;

    public void Add(LoopTask frame)
    {
        if (_hasNewest)
        {
            FileNewest();
        }

        if (!ReferenceEquals(_newest, frame))
        {
            _newest = frame;
        }

        _hasNewest = true;
        if (KeepsPlaces)
        {
            FileNewest();
        }
    }

    /// <summary>Called on this thread when somebody takes the coroutine to run it.</summary>
    public void Remove(LoopTask frame)
    {
        if (_hasNewest && ReferenceEquals(_newest, frame))
        {
            _hasNewest = false;
            return;
        }

        lock (_lock)
        {
            RemoveEntry(frame);
        }
    }

    /// <summary>Called on another thread, <paramref name="taker"/>, when somebody there takes the coroutine to run it.</summary>
    public void GiveTo(LoopThread taker, LoopTask frame)
    {
        lock (_lock)
        {
            RemoveEntry(frame);
            frame.TakenBy(taker);
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

    /// <summary>Reports what was made on <paramref name="loop"/>, or outside of all loops, and is left.</summary>
    public void ReportAll(EventLoop loop)
    {
        EndStep();
        Report(entry => entry.Loop is null || ReferenceEquals(entry.Loop, loop), loop);
    }

    /// <summary>Called at the end of a step: what it made and did not await yet belongs to its task.</summary>
    public void EndStep()
    {
        if (_hasNewest)
        {
            FileNewest();
        }
    }

    private void FileNewest()
    {
        LoopTask frame = _newest!;
        _hasNewest = false;
        string? place = KeepsPlaces ? CreationPlace.Capture(frame.CoroutineName) : null;
        lock (_lock)
        {
            if (!frame.IsUnstartedOn(thread))
            {
                // Another thread has taken it meanwhile, and its slot belongs there.
                return;
            }

            LoopTask? creator = thread.Task;
            if (creator is not null)
            {
                creator.UnstartedCount++;
            }

            frame.Slot = _entries.Count;
            _entries.Add(new Entry(frame, _made++, thread.Loop, creator, place));
        }
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
            _entries[slot] = _entries[last];
            _entries[slot].Frame.Slot = slot;
        }

        _entries.RemoveAt(last);
    }

    private void Report(Predicate<Entry> match, EventLoop loop)
    {
        List<Entry> forgotten;
        lock (_lock)
        {
            forgotten = _entries.FindAll(match);
            _entries.RemoveAll(match);
            for (int slot = 0; slot < _entries.Count; slot++)
            {
                _entries[slot].Frame.Slot = slot;
            }
        }

        forgotten.Sort(static (a, b) => a.Order.CompareTo(b.Order));
        foreach (Entry entry in forgotten)
        {
            loop.Report(LoopReport.NeverAwaited(entry.Frame, entry.Place));
        }
    }

    private readonly record struct Entry(LoopTask Frame, long Order, EventLoop? Loop, LoopTask? Creator, string? Place);
}
