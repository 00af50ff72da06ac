using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AsyncBasics;

/// <summary>Frames of one kind on one thread that wait to be used again, so that a nested await allocates nothing.</summary>
/// <remarks>
/// A frame that is lent stays in its place above those that are free: it mostly comes back to the same place, and then nothing is stored that
/// the garbage collector had to be told of. What does not come back has to be forgotten, or it would be kept alive.
/// </remarks>
internal struct FramePool()
{
    /// <summary>Enough for a deep recursion to stay cheap; what a storm leaves behind beyond it goes to the garbage collector.</summary>
    public const int Capacity = 256;

    /// <summary>First those that are free, then those that are lent. An array of futures, because that of a gather serves as well.</summary>
    private Future?[] _frames = [];

    /// <summary>How many are free.</summary>
    private int _count;

    /// <summary>Where the lent ones end.</summary>
    private int _end;

    /// <summary>More than the capacity, while nobody needs them: a full collection takes them.</summary>
    private WeakReference<Future?[]>? _surplus;

    /// <summary>How many the surplus are.</summary>
    private int _surplusCount;

    /// <summary>The frame that was lent last, if it has not come back.</summary>
    public readonly LoopTask Newest => Unsafe.As<LoopTask>(_frames[_count]!);

    /// <summary>Lends a frame.</summary>
    /// <returns><see langword="null"/> if none is at hand: see <see cref="LendSurplus"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LoopTask? Lend()
    {
        Future?[] frames = _frames;
        int last = _count - 1;
        if ((uint)last >= (uint)frames.Length)
        {
            return null;
        }

        _count = last;
        return Unsafe.As<LoopTask?>(frames[last]);
    }

    /// <summary>Lends a frame, one of the surplus if no other is free.</summary>
    /// <returns><see langword="null"/> if there is none, or a gap: one that gather had to leave out.</returns>
    public LoopTask? LendSurplus()
    {
        if (_count == 0 && _surplusCount > 0)
        {
            TakeSurplus();
        }

        return Lend();
    }

    /// <summary>Lends a frame that is not from here.</summary>
    public void LendAnother(LoopTask frame)
    {
        if (_count == _frames.Length)
        {
            Array.Resize(ref _frames, Math.Max(4, _count * 4));
        }

        Place(_count) = frame;
        _end = Math.Max(_end, _count + 1);
    }

    /// <summary>The frame that was lent last need not come back.</summary>
    public readonly void ForgetNewest() => Place(_count) = null;

    /// <summary>Forgets all that are lent: they may come back, but need not.</summary>
    public void ForgetLent()
    {
        if (_end > _count)
        {
            _frames.AsSpan(_count, _end - _count).Clear();
            _end = _count;
        }
    }

    /// <summary>Takes back what was lent last of those that have not come back.</summary>
    /// <returns>Whether it was that; anything else is <see cref="Put"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TakesBack(LoopTask frame)
    {
        Future?[] frames = _frames;
        int count = _count;
        if ((uint)count >= (uint)frames.Length || !ReferenceEquals(frames[count], frame))
        {
            return false;
        }

        _count = count + 1;
        return true;
    }

    /// <summary>Puts a frame among those that are free. What is lent is forgotten, for it comes back in another order.</summary>
    /// <returns>Whether there was room for it.</returns>
    public bool Put(LoopTask frame)
    {
        if (_count >= Math.Max(Capacity, _frames.Length))
        {
            return false;
        }

        ForgetLent();
        LendAnother(frame);
        _count++;
        return true;
    }

    /// <summary>Keeps frames that are too many, until the next full collection or until they are needed.</summary>
    /// <param name="frames">An array that is the pool's from now on: frames of its kind that are free, and gaps.</param>
    /// <param name="count">How many.</param>
    public void KeepSurplus(Future?[] frames, int count)
    {
        if (count < _surplusCount)
        {
            return;
        }

        _surplus ??= new WeakReference<Future?[]>(frames);
        _surplus.SetTarget(frames);
        _surplusCount = count;
    }

    /// <summary>Keeps those at hand as surplus if they are more than the capacity.</summary>
    public void LoosenSurplus()
    {
        if (_count > Capacity)
        {
            ForgetLent();
            KeepSurplus(_frames, _count);
            UseInstead([], 0);
        }
    }

    private void TakeSurplus()
    {
        if (_surplus!.TryGetTarget(out Future?[]? frames))
        {
            _surplus.SetTarget(null!);
            UseInstead(frames, _surplusCount);
        }

        _surplusCount = 0;
    }

    private void UseInstead(Future?[] frames, int count)
    {
        _frames = frames;
        _count = _end = count;
    }

    /// <summary>What is stored here is a frame, so that its type need not be compared with the array's.</summary>
    private readonly ref Future? Place(int index) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_frames), index);
}
