using System.Diagnostics.CodeAnalysis;

namespace AsyncBasics.Lab;

/// <summary>What keeps a channel's items.</summary>
internal interface IChannelItems<T>
{
    int Count { get; }

    void Add(T item);

    bool TryPeek([MaybeNullWhen(false)] out T item);

    bool TryTake([MaybeNullWhen(false)] out T item);

    T TakeNewest();
}

/// <summary>Items in the order in which they came.</summary>
internal sealed class QueuedItems<T> : IChannelItems<T>
{
    private readonly LinkedList<T> _items = new();

    public int Count => _items.Count;

    public void Add(T item) => _items.AddLast(item);

    public bool TryPeek([MaybeNullWhen(false)] out T item)
    {
        item = _items.First is { } first ? first.Value : default;
        return _items.Count > 0;
    }

    public bool TryTake([MaybeNullWhen(false)] out T item)
    {
        if (!TryPeek(out item))
        {
            return false;
        }

        _items.RemoveFirst();
        return true;
    }

    public T TakeNewest()
    {
        T newest = _items.Last!.Value;
        _items.RemoveLast();
        return newest;
    }
}

/// <summary>The least item first.</summary>
internal sealed class PrioritizedItems<T>(IComparer<T>? comparer) : IChannelItems<T>
{
    private readonly PriorityQueue<T, (T Item, long Age)> _items = new(Comparer<(T Item, long Age)>.Create((a, b) =>
        (comparer ?? Comparer<T>.Default).Compare(a.Item, b.Item) is var order and not 0 ? order : a.Age.CompareTo(b.Age)));

    private long _age;

    public int Count => _items.Count;

    public void Add(T item) => _items.Enqueue(item, (item, ++_age));

    public bool TryPeek([MaybeNullWhen(false)] out T item) => _items.TryPeek(out item, out _);

    public bool TryTake([MaybeNullWhen(false)] out T item) => _items.TryDequeue(out item, out _);

    public T TakeNewest() => throw new NotSupportedException();
}
