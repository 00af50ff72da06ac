namespace AsyncBasics.Lab;

/// <summary>A list that only grows. A snapshot shares its storage, so that a live view can take one for each frame.</summary>
/// <remarks>The one who adds and the one who takes a snapshot must hold the same lock; the snapshot itself needs none.</remarks>
/// <typeparam name="T">What is kept.</typeparam>
internal sealed class TraceLog<T>
{
    private T[] _items = new T[64];

    public int Count { get; private set; }

    public T this[int index] => _items[index];

    public void Add(T item)
    {
        if (Count == _items.Length)
        {
            // A snapshot may still read the old storage: what it covers never changes there.
            Array.Resize(ref _items, Count * 2);
        }

        _items[Count++] = item;
    }

    public IReadOnlyList<T> Snapshot() => new ArraySegment<T>(_items, 0, Count);
}
