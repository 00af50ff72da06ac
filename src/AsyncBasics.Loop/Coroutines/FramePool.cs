namespace AsyncBasics;

/// <summary>Frames of one kind on one thread that wait to be used again, so that a nested await allocates nothing.</summary>
/// <typeparam name="TFrame">The kind of frame.</typeparam>
internal struct FramePool<TFrame>
    where TFrame : LoopTask
{
    // Enough for a deep recursion to stay cheap; what a storm leaves behind beyond it goes to the garbage collector.
    private const int Capacity = 256;

    private TFrame?[]? _frames;
    private int _count;

    public TFrame? Rent()
    {
        TFrame?[]? frames = _frames;
        int last = _count - 1;
        if (frames is null || (uint)last >= (uint)frames.Length)
        {
            return null;
        }

        TFrame? frame = frames[last];
        frames[last] = null;
        _count = last;
        return frame;
    }

    public void Return(TFrame frame)
    {
        TFrame?[] frames = _frames ??= new TFrame?[4];
        if (_count == frames.Length)
        {
            if (_count == Capacity)
            {
                return;
            }

            Array.Resize(ref frames, _count * 4);
            _frames = frames;
        }

        frames[_count++] = frame;
    }
}
