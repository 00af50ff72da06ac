namespace AsyncBasics;

/// <summary>
/// The coroutines made on one thread that nobody has awaited yet. What is still here when the task that made it ends, or the
/// loop does, was forgotten: so a forgotten await is reported at a fixed moment, without the garbage collector.
/// </summary>
/// <remarks>
/// Nearly every coroutine is awaited right after it is made. So the newest one only sits in a slot; it moves to the list when
/// another is made before it is awaited, or when the step ends. The list has a lock, because a coroutine may be awaited on another
/// thread than the one that made it; the slot is its own thread's alone. A structure, so that the slot lies in the thread's own record, which
/// every call has at hand.
/// </remarks>
internal struct UnstartedCoroutines(LoopThread thread)
{
    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];

    /// <summary>
    /// The newest, or who was it last: it is mostly the same frame again and again, and comparing is cheaper than telling the garbage
    /// collector of a store.
    /// </summary>
    private LoopTask? _newest;
    private SlotUse _slot = EventLoopOptions.DebugByDefault ? SlotUse.KeepsPlaces : SlotUse.Free;
    private long _made;

    [Flags]
    private enum SlotUse
    {
        Free = 0,

        /// <summary>The newest is in it.</summary>
        Taken = 1,

        /// <summary>It is not used, because the place is noted where each coroutine was made: see <see cref="CreationPlace"/>.</summary>
        KeepsPlaces = 2,
    }

    /// <summary>Whether the next coroutine can go into the slot.</summary>
    public readonly bool IsSlotFree => _slot == SlotUse.Free;

    public void KeepPlaces(bool keeps)
    {
        EndStep();
        _slot = keeps ? SlotUse.KeepsPlaces : SlotUse.Free;
    }

    public void Add(LoopTask frame)
    {
        if (_slot != SlotUse.Free)
        {
            EndStep();
            if (_slot != SlotUse.Free)
            {
                File(frame, CreationPlace.Capture(frame.CoroutineName));
                return;
            }
        }

        PutInSlot(frame);
    }

    /// <summary>Puts a coroutine into the slot, which is free.</summary>
    public void PutInSlot(LoopTask frame)
    {
        if (!ReferenceEquals(_newest, frame))
        {
            _newest = frame;
        }

        _slot = SlotUse.Taken;
    }

    /// <summary>Called on this thread when somebody takes the coroutine to run it.</summary>
    public void Remove(LoopTask frame)
    {
        if (!TryTakeFromSlot(frame))
        {
            RemoveFiled(frame);
        }
    }

    /// <summary>Called on this thread when somebody takes the coroutine to run it.</summary>
    /// <returns>Whether it was in the slot.</returns>
    public bool TryTakeFromSlot(LoopTask frame)
    {
        if (_slot != SlotUse.Taken || !ReferenceEquals(_newest, frame))
        {
            return false;
        }

        _slot = SlotUse.Free;
        return true;
    }

    private void RemoveFiled(LoopTask frame)
    {
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
            ReportEntriesOf(creator, loop);
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
        if (_slot == SlotUse.Taken)
        {
            _slot = SlotUse.Free;
            File(_newest!, place: null);
        }
    }

    /// <summary>Apart from its caller, which would make the lambda's closure for each task that ends.</summary>
    private void ReportEntriesOf(LoopTask creator, EventLoop loop) => Report(entry => ReferenceEquals(entry.Creator, creator), loop);

    private void File(LoopTask frame, string? place)
    {
        if (ReferenceEquals(frame, thread.SpareSleep))
        {
            SleepFrame.Replace(thread);
        }

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
