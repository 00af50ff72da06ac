namespace AsyncBasics;

/// <summary>
/// A run of posts from other threads, in order. In the ready queue it stands once for several of them, which have their turns one after the
/// other.
/// </summary>
internal sealed class PostSegment(PostQueue queue, int number) : ReadyCallback
{
    public const int Size = 256;

    private static readonly object s_takenBack = new();

    private readonly Entry[] _entries = new Entry[Size];
    private int _taken;
    private int _run;
    private PostSegment? _next;

    /// <summary>Counts up from one segment to the next.</summary>
    public int Number => number;

    /// <summary>The segment after this one, if there is one yet.</summary>
    public PostSegment? Next => Volatile.Read(ref _next);

    /// <summary>Takes the next place, unless all are taken.</summary>
    public bool TryTake(out int index)
    {
        index = Volatile.Read(ref _taken) < Size ? Interlocked.Increment(ref _taken) - 1 : Size;
        return index < Size;
    }

    /// <summary>The segment after this one, which is made if need be.</summary>
    public PostSegment Following()
    {
        if (Next is { } next)
        {
            return next;
        }

        var made = new PostSegment(queue, number + 1);
        return Interlocked.CompareExchange(ref _next, made, null) ?? made;
    }

    /// <summary>Fills a place that was taken. What the caller reads afterwards is read afterwards by the processor, too.</summary>
    public void Fill(int index, object callback, object? with)
    {
        ref Entry entry = ref _entries[index];
        entry.With = with;
        Interlocked.Exchange(ref entry.Callback, callback);
    }

    /// <summary>How many turns it has where it stands in the ready queue.</summary>
    public int Turns { get; set; }

    /// <summary>The end of what is filled without a gap from <paramref name="index"/> on.</summary>
    public int FilledFrom(int index)
    {
        while (index < Size && Volatile.Read(ref _entries[index].Callback) is not null)
        {
            index++;
        }

        return index;
    }

    /// <summary>Takes a post back.</summary>
    /// <returns>Whether it had not had its turn, nor been taken back, before.</returns>
    public bool TakeBack(int index)
    {
        ref Entry entry = ref _entries[index];
        object? callback = Volatile.Read(ref entry.Callback);
        return callback is not null
            && !ReferenceEquals(callback, s_takenBack)
            && ReferenceEquals(Interlocked.CompareExchange(ref entry.Callback, s_takenBack, callback), callback);
    }

    /// <summary>The turn of the next post.</summary>
    public override void Invoke(object argument)
    {
        ref Entry entry = ref _entries[_run++];
        object callback = entry.Callback!;
        object? with = entry.With;
        entry = default;
        if (_run == Size)
        {
            queue.Finished(this);
        }

        if (callback is Action action)
        {
            if (with is not null)
            {
                LoopThread.Current.EnterContext((ExecutionContext)with);
            }

            action();
        }
        else if (callback is ReadyCallback other)
        {
            other.Invoke(with!);
        }
    }

    private struct Entry
    {
        /// <summary>A callback, or the mark that it was taken back; <see langword="null"/> before it is filled in, and after its turn.</summary>
        public object? Callback;

        /// <summary>The argument of the callback, or the context for one of a user's.</summary>
        public object? With;
    }
}
