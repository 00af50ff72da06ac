using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>
/// A list in blocks. Growing copies nothing, once there is more than one block, and leaves nothing behind; a block is small enough not to be
/// among the garbage collector's large objects, which only its full collections take back.
/// </summary>
internal sealed class BlockList<T>
{
    private const int BlockSize = 1 << Shift;

    private const int Shift = 8;

    private T[][] _blocks = [new T[16]];
    private int _blockCount = 1;
    private int _capacity = 16;

    /// <summary>How many there are. When it goes down, the room stays.</summary>
    public int Count { get; private set; }

    public ref T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _blocks[index >> Shift][index & (BlockSize - 1)];
    }

    public void Add(T item)
    {
        int index = Count;
        if (index == _capacity)
        {
            Grow();
        }

        this[index] = item;
        Count = index + 1;
    }

    /// <summary>Makes it so long; what comes to it is whatever was there before.</summary>
    public void SetCount(int count)
    {
        if (_capacity < Math.Min(count, BlockSize))
        {
            GrowFirst(BlockSize);
        }

        while (_capacity < count)
        {
            Grow();
        }

        Count = count;
    }

    /// <summary>All of a list that is no longer than a block.</summary>
    public Span<T> AsSpan() => _blocks[0].AsSpan(0, Count);

    private void Grow()
    {
        if (_capacity < BlockSize)
        {
            GrowFirst(_capacity * 2);
            return;
        }

        if (_blockCount == _blocks.Length)
        {
            Array.Resize(ref _blocks, _blockCount * 2);
        }

        _blocks[_blockCount++] = new T[BlockSize];
        _capacity += BlockSize;
    }

    private void GrowFirst(int size)
    {
        Array.Resize(ref _blocks[0], size);
        _capacity = size;
    }
}
