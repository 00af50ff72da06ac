using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>
/// A queue in a chain of blocks, which are used again. Growing copies nothing and leaves nothing behind. A structure, so that its ends lie in
/// the object whose queue it is.
/// </summary>
/// <typeparam name="T">A structure: an array of references would check the type of each that is stored.</typeparam>
internal struct BlockQueue<T>
    where T : struct
{
    private const int SmallestBlock = 64;
    private const int LargestBlock = 256;

    private Block _first;
    private Block _last;
    private Block? _spare;

    /// <summary>The items of the first block and of the last, at hand.</summary>
    private T[] _firstItems;
    private T[] _lastItems;
    private int _head;
    private int _tail;

    public BlockQueue()
    {
        _first = _last = new Block(SmallestBlock);
        _firstItems = _lastItems = _first.Items;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enqueue(T item)
    {
        T[] items = _lastItems;
        int tail = _tail;
        if ((uint)tail >= (uint)items.Length)
        {
            items = AddBlock();
            tail = 0;
        }

        items[tail] = item;
        _tail = tail + 1;
    }

    /// <summary>The first, when there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Dequeue()
    {
        T[] items = _firstItems;
        int head = _head;
        if ((uint)head >= (uint)items.Length)
        {
            items = RemoveBlock();
            head = 0;
        }

        ref T place = ref items[head];
        T item = place;
        place = default;
        _head = head + 1;
        return item;
    }

    private T[] AddBlock()
    {
        Block block = _spare ?? new Block(Math.Min(_last.Items.Length * 2, LargestBlock));
        _spare = block.Next;
        block.Next = null;
        _last.Next = block;
        _last = block;
        return _lastItems = block.Items;
    }

    private T[] RemoveBlock()
    {
        Block used = _first;
        _first = used.Next!;
        used.Next = _spare;
        _spare = used;
        return _firstItems = _first.Items;
    }

    private sealed class Block(int size)
    {
        public readonly T[] Items = new T[size];

        public Block? Next;
    }
}
