using System.Diagnostics;

namespace AsyncBasics;

/// <summary>
/// A small work of our own on the thread pool, for a pool that others keep busy: when it has had its turn, what was queued before it has had
/// its turn too.
/// </summary>
internal sealed class PoolMark : IThreadPoolWorkItem
{
    private readonly EventLoop _loop;
    private readonly long _setAt = Stopwatch.GetTimestamp();
    private volatile bool _hasPassed;

    /// <summary>Queues the mark where this thread's own work is queued.</summary>
    /// <param name="loop">The loop to wake.</param>
    /// <param name="entries">How often work of the loop's had begun by then.</param>
    public PoolMark(EventLoop loop, long entries)
    {
        _loop = loop;
        Entries = entries;
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
    }

    public long Entries { get; }

    public bool HasPassed => _hasPassed;

    public TimeSpan Age => Stopwatch.GetElapsedTime(_setAt);

    public void Execute()
    {
        _hasPassed = true;
        _loop.Wake();
    }
}
