namespace AsyncBasics;

/// <summary>The one door for other threads: what they post takes its turn after what is ready when it arrives.</summary>
/// <remarks>
/// Who posts takes a place by counting up and then fills it, without a lock. Nothing is made for a single post but the handle for the one who
/// posted, and the loop does not hold that: a flood of posts that waits for its turn is a few large arrays to the garbage collector.
/// </remarks>
internal sealed class PostQueue(Parker parker)
{
    /// <summary>How many full segments may wait before those who post give the processor away.</summary>
    private const int FarBehind = 8;

    private PostSegment? _tail;
    private PostSegment? _head;
    private int _next;
    private int _any;
    private int _finished;

    public bool HasAny => Volatile.Read(ref _any) != 0;

    /// <summary>Posts a callback with its argument.</summary>
    public void Add(ReadyCallback callback, object argument) => Place(callback, argument);

    /// <summary>Posts a callback of a user's with the context to call it in.</summary>
    /// <returns>Where it stands, to take it back.</returns>
    public (PostSegment Segment, int Index) Add(Action callback, ExecutionContext? context) => Place(callback, context);

    /// <summary>Called on the loop's thread: moves what has arrived into the ready queue.</summary>
    public void MoveTo(ReadyQueue ready)
    {
        if (!HasAny || Interlocked.Exchange(ref _any, 0) == 0)
        {
            return;
        }

        PostSegment head = _head!;
        do
        {
            int end = head.FilledFrom(_next);
            if (end > _next)
            {
                head.Turns += end - _next;
                ready.Enqueue(head, head);
                _next = end;
            }
        }
        while (IsAtNextSegment(ref head));
    }

    /// <summary>Goes on to the segment after the head, when all of the head has been moved and there is one.</summary>
    private bool IsAtNextSegment(ref PostSegment head)
    {
        if (_next < PostSegment.Size || head.Next is not { } following)
        {
            // Whoever has taken the next place and not filled it yet will say that there is something.
            return false;
        }

        _head = head = following;
        _next = 0;
        return true;
    }

    private (PostSegment Segment, int Index) Place(object callback, object? with)
    {
        PostSegment segment = Volatile.Read(ref _tail) ?? MakeFirst();
        int index;
        while (!segment.TryTake(out index))
        {
            PostSegment following = segment.Following();
            Interlocked.CompareExchange(ref _tail, following, segment);
            segment = Volatile.Read(ref _tail)!;
            if (segment.Number - Volatile.Read(ref _finished) > FarBehind)
            {
                // What waits long is moved about by the garbage collector, which costs more than to wait a moment oneself.
                Thread.Yield();
            }
        }

        segment.Fill(index, callback, with);
        if (Volatile.Read(ref _any) == 0 && Interlocked.Exchange(ref _any, 1) == 0)
        {
            parker.Unpark();
        }

        return (segment, index);
    }

    /// <summary>Called on the loop's thread: all posts of a segment have had their turns.</summary>
    public void Finished(PostSegment segment) => Volatile.Write(ref _finished, segment.Number);

    private PostSegment MakeFirst()
    {
        var made = new PostSegment(this, number: 0);
        PostSegment first = Interlocked.CompareExchange(ref _head, made, null) ?? made;
        return Interlocked.CompareExchange(ref _tail, first, null) ?? first;
    }
}
