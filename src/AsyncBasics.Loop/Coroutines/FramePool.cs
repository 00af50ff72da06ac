namespace AsyncBasics;

/// <summary>
/// Frames of one kind on one thread that wait to be used again, so that a nested await allocates nothing. They hang on each other: a
/// free frame has no other use for the field.
/// </summary>
internal sealed class FramePool
{
    // Enough for a deep recursion to stay cheap; what a storm leaves behind beyond it goes to the garbage collector.
    private const int Capacity = 256;

    private LoopTask? _first;
    private int _count;

    public LoopTask? Rent()
    {
        LoopTask? frame = _first;
        if (frame is not null)
        {
            _first = frame.NextInPool;
            _count--;
        }

        return frame;
    }

    public void Return(LoopTask frame)
    {
        if (_count < Capacity)
        {
            frame.NextInPool = _first;
            _first = frame;
            _count++;
        }
    }
}
