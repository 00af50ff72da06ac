using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>One turn on the loop: a task's step when there is no argument, a <see cref="ReadyCallback"/> otherwise.</summary>
internal readonly record struct ReadyItem(object Target, object? Argument);

/// <summary>Turns in the order in which they were asked for: a ring that grows by doubling and never shrinks.</summary>
internal sealed class ReadyQueue
{
    private ReadyItem[] _items = new ReadyItem[64];
    private int _head;
    private int _count;

    public int Count => _count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enqueue(object target, object? argument)
    {
        ReadyItem[] items = _items;
        int count = _count;
        if (count == items.Length)
        {
            items = Grow();
        }

        items[(_head + count) & (items.Length - 1)] = new ReadyItem(target, argument);
        _count = count + 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadyItem Dequeue()
    {
        ReadyItem[] items = _items;
        ref ReadyItem slot = ref items[_head & (items.Length - 1)];
        ReadyItem item = slot;
        slot = default;
        _head = (_head + 1) & (items.Length - 1);
        _count--;
        return item;
    }

    private ReadyItem[] Grow()
    {
        var grown = new ReadyItem[_items.Length * 2];
        int untilEnd = _items.Length - _head;
        Array.Copy(_items, _head, grown, 0, untilEnd);
        Array.Copy(_items, 0, grown, untilEnd, _head);
        _head = 0;
        return _items = grown;
    }
}
