using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>Frames of one kind on one thread that wait to be used again, so that a nested await allocates nothing.</summary>
internal struct FramePool
{
    /// <summary>Enough for a deep recursion to stay cheap; what a storm leaves behind beyond it goes to the garbage collector.</summary>
    public const int Capacity = 256;

    private Slot[]? _slots;
    private int _count;

    /// <summary>The first in a chain of those beyond the capacity.</summary>
    private LoopTask? _surplus;

    /// <summary>The same, while nobody is at it: a full collection takes them.</summary>
    private WeakReference<LoopTask>? _looseSurplus;

    public LoopTask? Rent()
    {
        Slot[]? slots = _slots;
        int last = _count - 1;
        if (slots is null || (uint)last >= (uint)slots.Length)
        {
            return RentSurplus();
        }

        LoopTask? frame = slots[last].Frame;
        slots[last].Frame = null;
        _count = last;
        return frame;
    }

    /// <param name="frame">A frame that is free.</param>
    /// <param name="isOneOfMany">Whether it is kept beyond the capacity, too.</param>
    public void Return(LoopTask frame, bool isOneOfMany)
    {
        Slot[]? slots = _slots;
        int count = _count;
        if (slots is not null && (uint)count < (uint)slots.Length)
        {
            slots[count].Frame = frame;
            _count = count + 1;
        }
        else if (count < Capacity)
        {
            Array.Resize(ref _slots, Math.Max(4, count * 4));
            Return(frame, isOneOfMany);
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

    [MethodImpl(MethodImplOptions.NoInlining)]
    private LoopTask? RentSurplus()
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
