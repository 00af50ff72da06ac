using System.Collections;
using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace AsyncBasics.Lab.StandIns;

/// <summary>Stands in for <see cref="System.Collections.Concurrent.BlockingCollection{T}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public class BlockingCollection<T> : IEnumerable<T>, ICollection, IReadOnlyCollection<T>, IDisposable
{
    private readonly IProducerConsumerCollection<T> _items;
    private readonly CallLine _takers = new();
    private readonly CallLine _adders = new();

    public BlockingCollection()
        : this(new ConcurrentQueue<T>())
    {
    }

    public BlockingCollection(int boundedCapacity)
        : this(new ConcurrentQueue<T>(), boundedCapacity)
    {
    }

    public BlockingCollection(IProducerConsumerCollection<T> collection)
    {
        ArgumentNullException.ThrowIfNull(collection);
        _items = collection;
        BoundedCapacity = -1;
    }

    public BlockingCollection(IProducerConsumerCollection<T> collection, int boundedCapacity)
        : this(collection)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(boundedCapacity, 1);
        BoundedCapacity = boundedCapacity;
    }

    public int BoundedCapacity { get; }

    public int Count => _items.Count;

    public bool IsAddingCompleted { get; private set; }

    public bool IsCompleted
    {
        get
        {
            Stage.Current.Spinning.Asked();
            return IsAddingCompleted && _items.Count == 0;
        }
    }

    bool ICollection.IsSynchronized => false;

    object ICollection.SyncRoot => throw new NotSupportedException();

    public void Add(T item) => Add(item, CancellationToken.None);

    public void Add(T item, CancellationToken cancellationToken) => TryAdd(item, Timeout.InfiniteTimeSpan, cancellationToken);

    public bool TryAdd(T item) => TryAdd(item, TimeSpan.Zero, CancellationToken.None);

    public bool TryAdd(T item, TimeSpan timeout) => TryAdd(item, timeout, CancellationToken.None);

    public bool TryAdd(T item, int millisecondsTimeout) => TryAdd(item, millisecondsTimeout, CancellationToken.None);

    public bool TryAdd(T item, int millisecondsTimeout, CancellationToken cancellationToken) =>
        TryAdd(item, Waits.Timeout(millisecondsTimeout, nameof(millisecondsTimeout)), cancellationToken);

    public T Take() => Take(CancellationToken.None);

    public T Take(CancellationToken cancellationToken) => TryTake(out T? item, Timeout.InfiniteTimeSpan, cancellationToken)
        ? item
        : throw new InvalidOperationException("The collection argument is empty and has been marked as complete with regards to additions.");

    public bool TryTake([MaybeNullWhen(false)] out T item) => TryTake(out item, TimeSpan.Zero, CancellationToken.None);

    public bool TryTake([MaybeNullWhen(false)] out T item, TimeSpan timeout) => TryTake(out item, timeout, CancellationToken.None);

    public bool TryTake([MaybeNullWhen(false)] out T item, int millisecondsTimeout) =>
        TryTake(out item, millisecondsTimeout, CancellationToken.None);

    public bool TryTake([MaybeNullWhen(false)] out T item, int millisecondsTimeout, CancellationToken cancellationToken) =>
        TryTake(out item, Waits.Timeout(millisecondsTimeout, nameof(millisecondsTimeout)), cancellationToken);

    public void CompleteAdding()
    {
        IsAddingCompleted = true;
        _takers.ReleaseAll();
        _adders.ReleaseAll();
    }

    public IEnumerable<T> GetConsumingEnumerable() => GetConsumingEnumerable(CancellationToken.None);

    public IEnumerable<T> GetConsumingEnumerable(CancellationToken cancellationToken)
    {
        while (TryTake(out T? item, Timeout.InfiniteTimeSpan, cancellationToken))
        {
            yield return item;
        }
    }

    public T[] ToArray() => _items.ToArray();

    public void CopyTo(T[] array, int index) => _items.CopyTo(array, index);

    void ICollection.CopyTo(Array array, int index) => _items.CopyTo(array, index);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }

    private bool TryAdd(T item, TimeSpan timeout, CancellationToken cancellationToken)
    {
        ThrowIfAddingCompleted();
        if (!WaitWhile(IsFull, _adders, "room in a collection", timeout, cancellationToken))
        {
            return false;
        }

        ThrowIfAddingCompleted();
        if (!_items.TryAdd(item))
        {
            throw new InvalidOperationException("The underlying collection didn't accept the item.");
        }

        _takers.ReleaseFirst();
        return true;
    }

    private bool TryTake([MaybeNullWhen(false)] out T item, TimeSpan timeout, CancellationToken cancellationToken)
    {
        item = default;
        if (!WaitWhile(IsEmpty, _takers, "an item of a collection", timeout, cancellationToken) || !_items.TryTake(out item))
        {
            return false;
        }

        _adders.ReleaseFirst();
        return true;
    }

    /// <remarks>Where all share one stack, the one that would make room may be below the one that waits for it: there is always room there.</remarks>
    private bool IsFull() =>
        BoundedCapacity > 0 && _items.Count >= BoundedCapacity && !IsAddingCompleted && Stage.Current.HasThreads;

    private bool IsEmpty() => _items.Count == 0 && !IsAddingCompleted;

    private static bool WaitWhile(Func<bool> condition, CallLine line, string what, TimeSpan timeout, CancellationToken cancellationToken)
    {
        Waits.ThrowIfNoTimeout(timeout, nameof(timeout));
        cancellationToken.ThrowIfCancellationRequested();
        Stage stage = Stage.Current;
        stage.ThrowIfEnding();
        TimeSpan? deadline = timeout >= TimeSpan.Zero ? stage.Now + timeout : null;
        while (condition())
        {
            TimeSpan left = deadline is { } end ? end - stage.Now : Timeout.InfiniteTimeSpan;
            if (left == TimeSpan.Zero || (deadline is not null && left < TimeSpan.Zero))
            {
                stage.Spinning.Asked();
                return false;
            }

            if (!line.Wait(new BlockedCall(BlockingKind.Collection, what), left, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    private void ThrowIfAddingCompleted()
    {
        if (IsAddingCompleted)
        {
            throw new InvalidOperationException("The collection has been marked as complete with regards to additions.");
        }
    }
}
