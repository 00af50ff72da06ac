using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace AsyncBasics;

/// <summary>Objects that are known by a number as long as they are here.</summary>
internal sealed class SlotTable<T>
    where T : class
{
    private T?[] _items = new T?[16];

    /// <summary>A bit for each slot: set when it was used and is free again.</summary>
    private ulong[] _free = new ulong[1];
    private int _freeCount;
    private int _lookFrom;
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
            slot = TakeFree();
        }
        else
        {
            if (_end == _items.Length)
            {
                Array.Resize(ref _items, _end * 2);
                Array.Resize(ref _free, (_items.Length + 63) / 64);
            }

            slot = _end++;
        }

        _items[slot] = item;
        return slot;
    }

    public void Remove(int slot)
    {
        _items[slot] = null;
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

    /// <summary>Has the processor fetch the slot, which will be asked for soon.</summary>
    public unsafe void PrefetchSlot(int slot)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref _items[slot]));
        }
    }

    /// <summary>Has the processor fetch the object in the slot, which will be used soon. Where it lies is only a hint.</summary>
    public unsafe void PrefetchItem(int slot)
    {
        if (Sse.IsSupported)
        {
            byte* address = *(byte**)Unsafe.AsPointer(ref _items[slot]);
            Sse.Prefetch0(address);
            Sse.Prefetch0(address + 64);
        }
    }

    public bool TryGet(int slot, [NotNullWhen(true)] out T? item)
    {
        item = (uint)slot < (uint)_items.Length ? _items[slot] : null;
        return item is not null;
    }
}
