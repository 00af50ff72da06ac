namespace AsyncBasics;

/// <summary>A queue that gives the newest item first (<c>asyncio.LifoQueue</c>).</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed class LoopLifoQueue<T> : LoopQueue<T>
{
    /// <inheritdoc/>
    public LoopLifoQueue(int maxSize = 0)
        : base(maxSize, new NewestFirst())
    {
    }

    private sealed class NewestFirst : QueueItems<T>
    {
        private readonly Stack<T> _items = new();

        public override int Count => _items.Count;

        public override void Add(T item) => _items.Push(item);

        public override T Take() => _items.Pop();
    }
}
