namespace AsyncBasics;

/// <summary>
/// A queue between tasks (<c>asyncio.Queue</c>): who gets waits while it is empty, who puts waits while it is full. First in, first
/// out; for other orders see <see cref="LoopLifoQueue{T}"/> and <see cref="LoopPriorityQueue{T, TPriority}"/>.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <remarks>
/// A task that was woken looks again when its turn comes, and waits once more if another was quicker. One that is cancelled
/// between waking and its turn wakes the next in its place: no item is lost.
/// </remarks>
public partial class LoopQueue<T> : LoopPrimitive
{
    private readonly WaiterQueue _getters;
    private readonly WaiterQueue _putters;
    private readonly WaiterQueue _joiners;
    private readonly QueueItems<T> _items;
    private int _unfinished;

    /// <summary>Makes an empty queue.</summary>
    /// <param name="maxSize">How many items it holds at most; without limit by default, and when it is zero or less.</param>
    public LoopQueue(int maxSize = 0)
        : this(maxSize, new InOrder())
    {
    }

    internal LoopQueue(int maxSize, QueueItems<T> items)
    {
        MaxSize = maxSize;
        _items = items;
        _getters = new WaiterQueue(this);
        _putters = new WaiterQueue(this);
        _joiners = new WaiterQueue(this);
    }

    /// <summary>How many items it holds at most; no limit when it is zero or less (<c>Queue.maxsize</c>).</summary>
    public int MaxSize { get; }

    /// <summary>How many items are in it (<c>Queue.qsize</c>).</summary>
    public int Count => _items.Count;

    /// <summary>Whether nothing is in it (<c>Queue.empty</c>).</summary>
    public bool Empty => _items.Count == 0;

    /// <summary>Whether no more goes in (<c>Queue.full</c>).</summary>
    public bool Full => MaxSize > 0 && _items.Count >= MaxSize;

    /// <summary>Whether it was shut down.</summary>
    public bool IsShutDown { get; private set; }

    private protected override string Kind => "queue";

    private protected override string StateInWords
    {
        get
        {
            string limit = MaxSize > 0 ? $" of {MaxSize}" : string.Empty;
            string getters = _getters.Count > 0 ? $", getters:{_getters.Count}" : string.Empty;
            string putters = _putters.Count > 0 ? $", putters:{_putters.Count}" : string.Empty;
            string unfinished = _unfinished > 0 ? $", unfinished:{_unfinished}" : string.Empty;
            return $"{Count}{limit}{getters}{putters}{unfinished}{(IsShutDown ? ", shut down" : string.Empty)}";
        }
    }

    /// <summary>Waits until there is room and puts the item in (<c>Queue.put</c>).</summary>
    /// <exception cref="QueueShutDownException">The queue is shut down.</exception>
    public Coroutine Put(T item) => PutFrame.Start(this, item);

    /// <summary>Puts the item in, or fails if that would mean to wait (<c>Queue.put_nowait</c>).</summary>
    /// <exception cref="QueueFullException">There is no room.</exception>
    /// <exception cref="QueueShutDownException">The queue is shut down.</exception>
    public void PutNowait(T item)
    {
        ThrowIfShutDown();
        if (Full)
        {
            throw new QueueFullException();
        }

        Add(item);
    }

    /// <summary>Waits until there is an item and takes it out (<c>Queue.get</c>).</summary>
    /// <exception cref="QueueShutDownException">The queue is shut down and empty.</exception>
    public Coroutine<T> Get() => GetFrame.Start(this);

    /// <summary>Takes an item out, or fails if that would mean to wait (<c>Queue.get_nowait</c>).</summary>
    /// <exception cref="QueueEmptyException">There is no item.</exception>
    /// <exception cref="QueueShutDownException">There is no item, and the queue is shut down.</exception>
    public T GetNowait()
    {
        if (Empty)
        {
            ThrowIfShutDown();
            throw new QueueEmptyException();
        }

        return Remove();
    }

    /// <summary>Says that the work on an item that was taken out is done (<c>Queue.task_done</c>): see <see cref="Join"/>.</summary>
    /// <exception cref="InvalidOperationException"><c>task_done() called too many times</c></exception>
    public void TaskDone()
    {
        if (_unfinished == 0)
        {
            throw new InvalidOperationException("task_done() called too many times: TaskDone() once for each item that was put in.");
        }

        _unfinished--;
        WakeJoiners();
    }

    /// <summary>
    /// Waits until <see cref="TaskDone"/> was called for every item that was ever put in (<c>Queue.join</c>).
    /// </summary>
    public async Coroutine Join()
    {
        if (_unfinished == 0)
        {
            return;
        }

        var joiner = new Waiter();
        _joiners.Enter(joiner, LoopThread.Current);
        try
        {
            await joiner;
        }
        finally
        {
            _joiners.Leave(joiner);
        }
    }

    /// <summary>
    /// Shuts the queue down (<c>Queue.shutdown</c>, 3.13): nothing goes in any more, and who gets fails once it is empty. Everybody
    /// who waits to put or to get is woken and finds out.
    /// </summary>
    /// <param name="immediate">
    /// Whether to throw away what is still in it and count that as done; by default it can still be taken out.
    /// </param>
    public void Shutdown(bool immediate = false)
    {
        IsShutDown = true;
        if (immediate)
        {
            while (!Empty)
            {
                _items.Take();
                _unfinished -= _unfinished > 0 ? 1 : 0;
            }

            WakeJoiners();
        }

        _getters.WakeAll();
        _putters.WakeAll();
    }

    internal override string DescribeWait(WaiterQueue queue)
    {
        if (ReferenceEquals(queue, _getters))
        {
            return $"an item from {InWords()}";
        }

        return ReferenceEquals(queue, _putters)
            ? $"room in {InWords()} of size {MaxSize}"
            : $"{InWords()} to be finished with, unfinished:{_unfinished}";
    }

    private void Add(T item)
    {
        _items.Add(item);
        _unfinished++;
        _getters.WakeFirst();
    }

    private T Remove()
    {
        T item = _items.Take();
        _putters.WakeFirst();
        return item;
    }

    private void WakeJoiners()
    {
        if (_unfinished == 0)
        {
            _joiners.WakeAll();
        }
    }

    private void ThrowIfShutDown()
    {
        if (IsShutDown)
        {
            throw new QueueShutDownException();
        }
    }

    private sealed class InOrder : QueueItems<T>
    {
        private readonly Queue<T> _items = new();

        public override int Count => _items.Count;

        public override void Add(T item) => _items.Enqueue(item);

        public override T Take() => _items.Dequeue();
    }
}
