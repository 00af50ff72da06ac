namespace AsyncBasics;

/// <summary>
/// A queue that gives the item with the lowest priority value first (<c>asyncio.PriorityQueue</c>); of two with the same priority the
/// one that got in first.
/// </summary>
/// <typeparam name="T">The type of the items. Unlike in asyncio they are never compared, only their priorities are.</typeparam>
/// <typeparam name="TPriority">The type of the priorities.</typeparam>
public sealed class LoopPriorityQueue<T, TPriority> : LoopQueue<(T Item, TPriority Priority)>
{
    /// <summary>Makes an empty queue.</summary>
    /// <param name="maxSize">How many items it holds at most; without limit by default, and when it is zero or less.</param>
    /// <param name="comparer">What makes one priority lower than another; the type's own order by default.</param>
    public LoopPriorityQueue(int maxSize = 0, IComparer<TPriority>? comparer = null)
        : base(maxSize, new LowestFirst(comparer ?? Comparer<TPriority>.Default))
    {
    }

    /// <summary>Waits until there is room and puts the item in (<c>Queue.put</c>).</summary>
    /// <inheritdoc cref="LoopQueue{T}.Put" path="/exception"/>
    public Coroutine Put(T item, TPriority priority) => Put((item, priority));

    /// <summary>Puts the item in, or fails if that would mean to wait (<c>Queue.put_nowait</c>).</summary>
    /// <inheritdoc cref="LoopQueue{T}.PutNowait" path="/exception"/>
    public void PutNowait(T item, TPriority priority) => PutNowait((item, priority));

    private sealed class LowestFirst(IComparer<TPriority> priorities) : QueueItems<(T Item, TPriority Priority)>
    {
        private readonly PriorityQueue<T, (TPriority Priority, long Number)> _items = new(new PriorityThenAge(priorities));
        private long _added;

        public override int Count => _items.Count;

        public override void Add((T Item, TPriority Priority) item) => _items.Enqueue(item.Item, (item.Priority, _added++));

        public override (T Item, TPriority Priority) Take()
        {
            _items.TryDequeue(out T? item, out (TPriority Priority, long Number) rank);
            return (item!, rank.Priority);
        }
    }

    private sealed class PriorityThenAge(IComparer<TPriority> priorities) : IComparer<(TPriority Priority, long Number)>
    {
        public int Compare((TPriority Priority, long Number) x, (TPriority Priority, long Number) y)
        {
            int byPriority = priorities.Compare(x.Priority, y.Priority);
            return byPriority != 0 ? byPriority : x.Number.CompareTo(y.Number);
        }
    }
}
