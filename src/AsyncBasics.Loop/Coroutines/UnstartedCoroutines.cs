using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>
/// The coroutines made on one thread that nobody has awaited yet. What is still here when the task that made it ends, or the
/// loop does, was forgotten: so a forgotten await is reported at a fixed moment, without the garbage collector.
/// </summary>
/// <remarks>
/// Nearly every coroutine is awaited right after it is made. So the newest one is only noted; it moves to the list when another is made before it
/// is awaited, or when the step ends. What is noted is its kind and not itself, for a number is stored without telling the garbage collector, and
/// its pool knows which frame it has lent last. The list has a lock, because a coroutine may be awaited on another thread than the one that made
/// it; the note is its own thread's alone. A structure, so that the note lies in the thread's own record, which every call has at hand.
/// </remarks>
internal struct UnstartedCoroutines(LoopThread thread)
{
    /// <summary>There is no newest one.</summary>
    private const int None = -1;

    /// <summary>None is noted, because of each the place is kept where it was made: see <see cref="CreationPlace"/>.</summary>
    private const int KeepsPlaces = -2;

    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];

    /// <summary>The kind of the newest, or what stands in its place.</summary>
    private int _newest = EventLoopOptions.DebugByDefault ? KeepsPlaces : None;
    private long _made;

    /// <summary>Whether the next one can be noted.</summary>
    public readonly bool HasRoom => _newest == None;

    public void KeepPlaces(bool keeps)
    {
        EndStep();
        _newest = keeps ? KeepsPlaces : None;
    }

    /// <summary>Notes a coroutine that has just been made, when there is room.</summary>
    /// <param name="frame">Its frame, which its pool has lent.</param>
    /// <param name="kind">The kind of the frame.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Note(LoopTask frame, int kind)
    {
        frame.BecomeNewest();
        _newest = kind;
    }

    /// <summary>Adds a coroutine that has just been made, after <see cref="EndStep"/>.</summary>
    /// <inheritdoc cref="Note" path="/param"/>
    public void Add(LoopTask frame, int kind)
    {
        if (_newest == None)
        {
            Note(frame, kind);
        }
        else
        {
            frame.BecomeFiled();
            File(frame, kind, CreationPlace.Capture(frame.CoroutineName));
        }
    }

    /// <summary>Called on this thread when somebody takes the newest coroutine to await it in place.</summary>
    public void TakeNewest() => _newest = None;

    /// <summary>Called on this thread when somebody takes the newest coroutine to make a task of it.</summary>
    /// <param name="comesBack">Whether its frame is going to come back to its pool.</param>
    public void TakeNewestForTask(bool comesBack)
    {
        if (!comesBack || _newest == SleepFrame.SleepKind)
        {
            Forget(_newest);
        }

        _newest = None;
    }

    /// <summary>Called on this thread when somebody takes a coroutine that is not the newest.</summary>
    public void Remove(LoopTask frame)
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
        if (_newest >= 0)
        {
            int kind = _newest;
            _newest = None;
            File(kind == SleepFrame.SleepKind ? thread.SpareSleep : thread.Pools.Of(kind).Newest, kind, place: null);
        }
    }

    /// <summary>Apart from its caller, which would make the lambda's closure for each task that ends.</summary>
    private void ReportEntriesOf(LoopTask creator, EventLoop loop) => Report(entry => ReferenceEquals(entry.Creator, creator), loop);

    /// <summary>A frame that is not awaited right after it is made may not come back to its pool.</summary>
    private readonly void Forget(int kind)
    {
        if (kind == SleepFrame.SleepKind)
        {
            SleepFrame.Replace(thread);
        }
        else
        {
            thread.Pools.Of(kind).ForgetNewest();
        }
    }

    private void File(LoopTask frame, int kind, string? place)
    {
        Forget(kind);
        lock (_lock)
        {
            if (!frame.IsUnstartedOn(thread))
            {
                // Another thread has taken it meanwhile, and its slot belongs there.
                return;
            }

            frame.BecomeFiled();
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

        frame.Slot = TaskRegistry.NoSlot;
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
