using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>The pools of a thread, by kind of frame (<see cref="FrameKinds"/>).</summary>
/// <remarks>
/// A kind's number is a constant once the code that asks has been compiled to the end. So the first pools lie in the thread's record itself, and
/// to find one takes no look at all.
/// </remarks>
internal struct FramePools
{
    private First _first;
    private FramePool[] _others;

    public FramePools()
    {
        _others = [];
        Span<FramePool> first = _first;
        first.Fill(new FramePool());
    }

    /// <summary>The pool of one kind of frame.</summary>
    [UnscopedRef]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref FramePool Of(int kind)
    {
        if ((uint)kind < First.Count)
        {
            return ref _first[kind];
        }

        int index = kind - First.Count;
        FramePool[] others = _others;
        if ((uint)index < (uint)others.Length)
        {
            return ref others[index];
        }

        return ref MakeOther(index);
    }

    /// <inheritdoc cref="FramePool.LoosenSurplus"/>
    public void LoosenSurplus()
    {
        foreach (ref FramePool pool in (Span<FramePool>)_first)
        {
            pool.LoosenSurplus();
        }

        foreach (ref FramePool pool in _others.AsSpan())
        {
            pool.LoosenSurplus();
        }
    }

    /// <inheritdoc cref="FramePool.ForgetLent"/>
    public void ForgetLent()
    {
        foreach (ref FramePool pool in (Span<FramePool>)_first)
        {
            pool.ForgetLent();
        }

        foreach (ref FramePool pool in _others.AsSpan())
        {
            pool.ForgetLent();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ref FramePool MakeOther(int index)
    {
        int count = _others.Length;
        Array.Resize(ref _others, Math.Max(index + 1, count * 2));
        _others.AsSpan(count).Fill(new FramePool());
        return ref _others[index];
    }

    [InlineArray(Count)]
    private struct First
    {
        public const int Count = 64;

        private FramePool _pool;
    }
}
