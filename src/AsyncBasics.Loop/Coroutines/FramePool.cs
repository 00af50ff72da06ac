using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>Frames of one kind on one thread that wait to be used again, so that a nested await allocates nothing.</summary>
/// <remarks>
/// A frame that is lent stays in its place above those that are free. It mostly comes back to the same place, and then nothing is stored
/// that the garbage collector had to be told of. So nothing may be lent that does not come back: see <see cref="ForgetNewest"/>.
/// </remarks>
internal struct FramePool()
{
    /// <summary>Enough for a deep recursion to stay cheap; what a storm leaves behind beyond it goes to the garbage collector.</summary>
    public const int Capacity = 256;

    /// <summary>First those that are free, then those that are lent, the newest of these first.</summary>
    private Slot[] _slots = [];

    /// <summary>How many are free.</summary>
    private int _count;

    /// <summary>Where the lent ones end.</summary>
    private int _end;

    /// <summary>The first in a chain of those beyond the capacity.</summary>
    private LoopTask? _surplus;

    /// <summary>The same, while nobody is at it: a full collection takes them.</summary>
    private WeakReference<LoopTask>? _looseSurplus;

    /// <summary>The frame that was lent last, if it has not come back.</summary>
    public readonly LoopTask Newest => _slots[_count].Frame!;

    /// <summary>Lends a frame.</summary>
    /// <returns><see langword="null"/> if none is at hand: see <see cref="TakeSurplus"/>.</returns>
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

    /// <summary>Takes a frame out for good.</summary>
    public LoopTask? Take()
    {
        LoopTask? frame = Lend();
        if (frame is null)
        {
            return TakeSurplus();
        }

        ForgetNewest();
        return frame;
    }

    /// <summary>Takes one of those beyond the capacity out for good.</summary>
    public LoopTask? TakeSurplus()
    {
        LoopTask? frame = _surplus ?? TakeLoose();
        if (frame is null)
        {
            return null;
        }

        _surplus = frame.NextFree;
        frame.NextFree = null;
        return frame;
    }

    /// <summary>Lends a frame that is not from here.</summary>
    public void LendAnother(LoopTask frame)
    {
        if (_count == _slots.Length)
        {
            Array.Resize(ref _slots, Math.Max(4, _count * 4));
        }

        _slots[_count].Frame = frame;
        _end = Math.Max(_end, _count + 1);
    }

    /// <summary>The frame that was lent last does not come back.</summary>
    public readonly void ForgetNewest() => _slots[_count].Frame = null;

    /// <summary>Forgets all that are lent: they may come back, but need not.</summary>
    public void ForgetLent()
    {
        if (_end > _count)
        {
            _slots.AsSpan(_count, _end - _count).Clear();
            _end = _count;
        }
    }

    /// <summary>Takes back what was lent last of those that have not come back.</summary>
    /// <returns>Whether it was that; anything else is <see cref="Put"/>.</returns>
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

    /// <summary>Puts a frame among those that are free. What is lent is forgotten, for it comes back in another order.</summary>
    /// <param name="frame">A frame that is free.</param>
    /// <param name="isOneOfMany">Whether it is kept beyond the capacity, too.</param>
    public void Put(LoopTask frame, bool isOneOfMany)
    {
        if (_count < Capacity)
        {
            ForgetLent();
            LendAnother(frame);
            _count++;
        }
        else if (isOneOfMany)
        {
            frame.NextFree = _surplus ?? TakeLoose();
            _surplus = frame;
        }
    }

    /// <summary>Leaves what is beyond the capacity to the next full collection, unless it is needed before.</summary>
    public void LoosenSurplus()
    {
        if (_surplus is null)
        {
            return;
        }

        _looseSurplus ??= new WeakReference<LoopTask>(_surplus);
        _looseSurplus.SetTarget(_surplus);
        _surplus = null;
    }

    private readonly LoopTask? TakeLoose()
    {
        if (_looseSurplus is null || !_looseSurplus.TryGetTarget(out LoopTask? first))
        {
            return null;
        }

        _looseSurplus.SetTarget(null!);
        return first;
    }

    /// <summary>An array of a sealed structure needs no check of each element's type when one is stored.</summary>
    private struct Slot
    {
        public LoopTask? Frame;
    }
}
