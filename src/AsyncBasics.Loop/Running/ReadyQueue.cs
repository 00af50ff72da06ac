using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>One turn on the loop: a task's step when there is no argument, a <see cref="ReadyCallback"/> otherwise.</summary>
internal readonly record struct ReadyItem(object Target, object? Argument);

/// <summary>
/// Turns in the order in which they were asked for: a chain of blocks, which are used again. Growing copies nothing and leaves nothing behind.
/// </summary>
internal sealed class ReadyQueue
{
    private const int SmallestBlock = 64;
    private const int LargestBlock = 256;

    private Block _first;
    private Block _last;
    private Block? _spare;
    private int _head;
    private int _tail;
    private int _count;

    public ReadyQueue() => _first = _last = new Block(SmallestBlock);

    public int Count => _count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enqueue(object target, object? argument)
    {
        ReadyItem[] items = _last.Items;
        int tail = _tail;
        if ((uint)tail >= (uint)items.Length)
        {
            items = AddBlock();
            tail = 0;
        }

        items[tail] = new ReadyItem(target, argument);
        _tail = tail + 1;
        _count++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadyItem Dequeue()
    {
        ReadyItem[] items = _first.Items;
        int head = _head;
        if ((uint)head >= (uint)items.Length)
        {
            items = RemoveBlock();
            head = 0;
        }

        ref ReadyItem slot = ref items[head];
        ReadyItem item = slot;
        slot = default;
        _head = head + 1;
        _count--;
        return item;
    }

    private ReadyItem[] AddBlock()
    {
        Block block = _spare ?? new Block(Math.Min(_last.Items.Length * 2, LargestBlock));
        _spare = block.Next;
        block.Next = null;
        _last.Next = block;
        _last = block;
        return block.Items;
    }

    private ReadyItem[] RemoveBlock()
    {
        Block used = _first;
        _first = used.Next!;
        used.Next = _spare;
        _spare = used;
        return _first.Items;
    }

    private sealed class Block(int size)
    {
        public readonly ReadyItem[] Items = new ReadyItem[size];

        public Block? Next;
    }
}
