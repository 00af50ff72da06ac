using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>Frames of one kind on one thread that wait to be used again, so that a nested await allocates nothing.</summary>
/// <remarks>
/// A stack in blocks. A frame that is lent stays in its place above those that are free: it mostly comes back to the same place, and then
/// nothing is stored that the garbage collector had to be told of. What does not come back has to be forgotten, or it would be kept alive.
/// </remarks>
internal struct FramePool()
{
    /// <summary>Enough for a deep recursion to stay cheap; what a storm leaves behind beyond it goes to the garbage collector.</summary>
    public const int Capacity = 256;

    /// <summary>The frames of the current block, at hand: first those that are free, then those that are lent.</summary>
    private Slot[] _slots = [];

    /// <summary>How many are free in the current block. All are in those below it, and none in those above.</summary>
    private int _count;

    private Block? _current;

    /// <summary>The blocks below the current one, while nobody is at them: a full collection takes them.</summary>
    private WeakReference<Block>? _loose;

    /// <summary>The frame that was lent last, if it has not come back.</summary>
    public readonly LoopTask Newest => _slots[_count].Frame!;

    /// <summary>Lends a frame.</summary>
    /// <returns><see langword="null"/> if none is at hand: see <see cref="LendFromBelow"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LoopTask? Lend()
    {
        Slot[] slots = _slots;
        int last = _count - 1;
        if ((uint)last >= (uint)slots.Length)
        {
            return null;
        }

        _count = last;
        return slots[last].Frame;
    }

    /// <summary>Lends a frame of the next block.</summary>
    /// <returns><see langword="null"/> if there is none.</returns>
    public LoopTask? LendFromBelow()
    {
        if (_current is null || (_current.Below ?? TakeLoose()) is not { } below)
        {
            return null;
        }

        below.Above = _current;
        MoveTo(below, Capacity);
        return Lend();
    }

    /// <summary>Lends a frame that is not from here.</summary>
    public void LendAnother(LoopTask frame)
    {
        if (_current is null || _count == _slots.Length)
        {
            Enlarge();
        }

        _slots[_count].Frame = frame;
        _current!.End = Math.Max(_current.End, _count + 1);
    }

    /// <summary>The frame that was lent last need not come back.</summary>
    public readonly void ForgetNewest() => _slots[_count].Frame = null;

    /// <summary>Forgets all that are lent: they may come back, but need not.</summary>
    public readonly void ForgetLent()
    {
        if (_current is null)
        {
            return;
        }

        if (_current.End > _count)
        {
            _slots.AsSpan(_count, _current.End - _count).Clear();
            _current.End = _count;
        }

        _current.Above = null;
    }

    /// <summary>Takes back what was lent last of those that have not come back.</summary>
    /// <returns>Whether it was that, and its block is the current one; anything else is <see cref="Put"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TakesBack(LoopTask frame)
    {
        Slot[] slots = _slots;
        int count = _count;
        if ((uint)count >= (uint)slots.Length || !ReferenceEquals(slots[count].Frame, frame))
        {
            return false;
        }

        _count = count + 1;
        return true;
    }

    /// <summary>Puts a frame among those that are free. If it comes back in another order than it was lent, all that are lent are forgotten.</summary>
    /// <param name="frame">A frame that is free.</param>
    /// <param name="isOneOfMany">Whether it is kept beyond the capacity, too.</param>
    public void Put(LoopTask frame, bool isOneOfMany)
    {
        if (_count == Capacity)
        {
            if (!isOneOfMany)
            {
                return;
            }

            Block above = _current!.Above ?? new Block(Capacity);
            above.Below = _current;
            MoveTo(above, 0);
            if (TakesBack(frame))
            {
                return;
            }
        }

        ForgetLent();
        LendAnother(frame);
        _count++;
    }

    /// <summary>Leaves what is below the current block to the next full collection, unless it is needed before.</summary>
    public void LoosenSurplus()
    {
        if (_current?.Below is { } below)
        {
            _loose ??= new WeakReference<Block>(below);
            _loose.SetTarget(below);
            _current.Below = null;
        }
    }

    private readonly Block? TakeLoose()
    {
        if (_loose is null || !_loose.TryGetTarget(out Block? below))
        {
            return null;
        }

        _loose.SetTarget(null!);
        return below;
    }

    private void MoveTo(Block block, int count)
    {
        _current = block;
        _slots = block.Slots;
        _count = count;
    }

    private void Enlarge()
    {
        _current ??= new Block(0);
        Array.Resize(ref _current.Slots, Math.Max(4, _count * 4));
        _slots = _current.Slots;
    }

    private sealed class Block(int size)
    {
        public Slot[] Slots = new Slot[size];

        /// <summary>Where the lent ones end.</summary>
        public int End;

        public Block? Below;

        /// <summary>The next block, all of whose frames are lent.</summary>
        public Block? Above;
    }

    /// <summary>An array of a sealed structure needs no check of each element's type when one is stored.</summary>
    private struct Slot
    {
        public LoopTask? Frame;
    }
}
