using System.Diagnostics.CodeAnalysis;

namespace AsyncBasics;

/// <summary>Objects that are known by a number as long as they are here.</summary>
internal sealed class SlotTable<T>
    where T : class
{
    private T?[] _items = new T?[16];
    private int[] _free = new int[16];
    private int _freeCount;
    private int _end;

    public int Count => _end - _freeCount;

    /// <summary>What is in use and what is free, in no order.</summary>
    public ReadOnlySpan<T?> Items => _items.AsSpan(0, _end);

    /// <returns>The object's number.</returns>
    public int Add(T item)
    {
        int slot;
        if (_freeCount > 0)
        {
            slot = _free[--_freeCount];
        }
        else
        {
            if (_end == _items.Length)
            {
                Array.Resize(ref _items, _end * 2);
            }

            slot = _end++;
        }

        _items[slot] = item;
        return slot;
    }

    public void Remove(int slot)
    {
        _items[slot] = null;
        if (Count == 1)
        {
            _end = _freeCount = 0;
            return;
        }

        if (_freeCount == _free.Length)
        {
            Array.Resize(ref _free, _freeCount * 2);
        }

        _free[_freeCount++] = slot;
    }

    public bool TryGet(int slot, [NotNullWhen(true)] out T? item)
    {
        item = (uint)slot < (uint)_items.Length ? _items[slot] : null;
        return item is not null;
    }
}
