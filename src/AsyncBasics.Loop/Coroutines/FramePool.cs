namespace AsyncBasics;

/// <summary>Frames of one kind on one thread that wait to be used again, so that a nested await allocates nothing.</summary>
internal struct FramePool
{
    // Enough for a deep recursion to stay cheap; what a storm leaves behind beyond it goes to the garbage collector.
    private const int Capacity = 256;

    private Slot[]? _slots;
    private int _count;

    public LoopTask? Rent()
    {
        Slot[]? slots = _slots;
        int last = _count - 1;
        if (slots is null || (uint)last >= (uint)slots.Length)
        {
            return null;
        }

        LoopTask? frame = slots[last].Frame;
        slots[last].Frame = null;
        _count = last;
        return frame;
    }

    public void Return(LoopTask frame)
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
            Return(frame);
        }
    }

    /// <summary>An array of a sealed structure needs no check of each element's type when one is stored.</summary>
    private struct Slot
    {
        public LoopTask? Frame;
    }
}
