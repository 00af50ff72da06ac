namespace AsyncBasics;

/// <summary>
/// A semaphore that notices one release too many (<c>asyncio.BoundedSemaphore</c>): its counter never goes above where it began.
/// </summary>
public sealed class LoopBoundedSemaphore : LoopSemaphore
{
    private readonly int _bound;

    /// <inheritdoc/>
    public LoopBoundedSemaphore(int value = 1)
        : base(value) => _bound = value;

    /// <summary>Makes room for one and wakes the one who waits longest (<c>BoundedSemaphore.release</c>).</summary>
    /// <exception cref="InvalidOperationException"><c>BoundedSemaphore released too many times</c></exception>
    public override void Release()
    {
        if (Value >= _bound)
        {
            throw new InvalidOperationException("BoundedSemaphore released too many times");
        }

        base.Release();
    }
}
