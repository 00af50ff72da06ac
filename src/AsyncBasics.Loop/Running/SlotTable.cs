using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace AsyncBasics;

/// <summary>Objects that are known by a number as long as they are here.</summary>
internal sealed class SlotTable<T>
    where T : class
{
    private readonly BlockList<Slot> _slots = new();

    /// <summary>A bit for each slot: set when it was used and is free again.</summary>
    private ulong[] _free = new ulong[1];
    private int _freeCount;
    private int _lookFrom;

    /// <summary>All of them, by number.</summary>
    public IEnumerable<T> Items
    {
        get
        {
            // Mostly all are free when somebody asks: the loop, when it closes.
            for (int slot = 0; slot < End && _freeCount < End; slot++)
            {
                if (TryGet(slot, out T? item))
                {
                    yield return item;
                }
            }
        }
    }

    /// <summary>The object with the number, when there is one.</summary>
    public T this[int slot] => _slots[slot].Item!;

    /// <summary>All slots have numbers below this one.</summary>
    private int End => _slots.Count;

    /// <returns>The object's number.</returns>
    public int Add(T item)
    {
        if (_freeCount > 0)
        {
            int slot = TakeFree();
            _slots[slot].Item = item;
            return slot;
        }

        _slots.Add(new Slot { Item = item });
        return End - 1;
    }

    /// <summary>Takes the object out. Its number is free for another.</summary>
    public void Remove(int slot)
    {
        TakeOut(slot);
        Free(slot);
    }

    /// <summary>Takes the object out, while somebody still has its number: until it is given free, no other object gets it.</summary>
    public void TakeOut(int slot) => _slots[slot].Item = null;

    /// <summary>Gives a number free whose object was taken out.</summary>
    public void Free(int slot)
    {
        if (slot / 64 >= _free.Length)
        {
            Array.Resize(ref _free, Math.Max(_free.Length * 2, (slot / 64) + 1));
        }

        _free[slot / 64] |= 1ul << slot;
        _freeCount++;
    }

    private int TakeFree()
    {
        while (_free[_lookFrom] == 0)
        {
            _lookFrom = (_lookFrom + 1) % _free.Length;
        }

        ref ulong word = ref _free[_lookFrom];
        int slot = (_lookFrom * 64) + BitOperations.TrailingZeroCount(word);
        word &= word - 1;
        _freeCount--;
        return slot;
    }

    /// <summary>Has the processor fetch the object in the slot, which will be used soon.</summary>
    public void Prefetch(int slot) => Prefetching.Object(ref _slots[slot]);

    public bool TryGet(int slot, [NotNullWhen(true)] out T? item)
    {
        item = slot < End ? _slots[slot].Item : null;
        return item is not null;
    }

    /// <summary>An array of a structure needs no check of each element's type when one is stored.</summary>
    private struct Slot
    {
        public T? Item;
    }
}
