using System.Diagnostics;

namespace AsyncBasics;

/// <summary>
/// What native code of one loop has on the thread pool. Where <c>ConfigureAwait(false)</c> or <c>Task.Run</c> send it there, a virtual clock
/// would overtake it; so the loop lets it end first.
/// </summary>
/// <remarks>
/// .NET tells nobody what it queues. But the execution context flows with the work, and an <see cref="AsyncLocal{T}"/> is told when its value
/// enters a thread and leaves it: that counts what is running. Of what is queued, the pool's own figures say when there is none.
/// </remarks>
internal sealed class PoolWork(EventLoop loop)
{
    private const int LooksBetweenNaps = 20;

    /// <summary>How long the next turn waits for what the one before has sent there.</summary>
    private static readonly TimeSpan s_longTurn = TimeSpan.FromSeconds(1);

    /// <summary>How long the loop's thread sleeps between its looks; what ends meanwhile wakes it.</summary>
    private static readonly TimeSpan s_nap = TimeSpan.FromMilliseconds(0.1);

    /// <summary>
    /// How long the clock waits, on a pool that others keep busy, for a thread that may have taken work from the queue and have been
    /// interrupted before it began with it.
    /// </summary>
    private static readonly TimeSpan s_interruption = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// How long the pool has to be busy with others until the loop goes by marks instead of waiting for it to be idle, which is the surer sign.
    /// </summary>
    private static readonly TimeSpan s_othersWork = TimeSpan.FromMilliseconds(100);

    private static readonly AsyncLocal<PoolWork?> s_flow = new(OnChange);

    /// <summary>Whose work the current thread of the pool is doing, as far as it was counted.</summary>
    [ThreadStatic]
    private static PoolWork? s_here;

    private readonly PoolThreads _threads = new();
    private long _entries;
    private bool _isPoolBusy;

    /// <summary>Whether some of it is running, be it only to block.</summary>
    public bool IsRunning => _threads.Count > 0;

    /// <summary>The current context, with the mark that counts what flows from it.</summary>
    public static ExecutionContext Mark(PoolWork work)
    {
        ExecutionContext plain = ExecutionContext.Capture()!;
        if (ReferenceEquals(s_flow.Value, work))
        {
            return plain;
        }

        s_flow.Value = work;
        ExecutionContext marked = ExecutionContext.Capture()!;
        ExecutionContext.Restore(plain);
        return marked;
    }

    /// <summary>Starts work that holds the loop by other means, and so is not counted here.</summary>
    public static T Uncounted<T>(Func<T> start)
    {
        if (s_flow.Value is null)
        {
            return start();
        }

        ExecutionContext marked = ExecutionContext.Capture()!;
        s_flow.Value = null;
        try
        {
            return start();
        }
        finally
        {
            ExecutionContext.Restore(marked);
        }
    }

    /// <summary>
    /// Called on the loop's thread after a turn: returns when nothing of this is queued or running any more. What blocks, or runs for long, is
    /// left to run beside the loop.
    /// </summary>
    public void SettleTurn() => Settle(atMost: s_longTurn, interruption: TimeSpan.Zero);

    /// <summary>As <see cref="SettleTurn"/>, before the clock jumps: only what blocks is left to run beside it.</summary>
    public void SettleAll() => Settle(atMost: TimeSpan.MaxValue, s_interruption);

    private void Settle(TimeSpan atMost, TimeSpan interruption)
    {
        if (!IsRunning && IsNobodyActiveBeside(blocked: 0))
        {
            _isPoolBusy = false;
            return;
        }

        PoolMark? mark = null;
        long start = Stopwatch.GetTimestamp();
        for (int looks = 1; !HasSettled(ref mark, interruption) && Stopwatch.GetElapsedTime(start) < atMost; looks++)
        {
            _isPoolBusy |= !IsRunning && Stopwatch.GetElapsedTime(start) > s_othersWork;
            loop.CheckRealTimeLimit();
            if (looks % LooksBetweenNaps == 0)
            {
                loop.Nap(s_nap);
            }
            else
            {
                Thread.SpinWait(looks);
            }
        }
    }

    private bool HasSettled(ref PoolMark? mark, TimeSpan interruption)
    {
        long entries = Volatile.Read(ref _entries);
        if (_threads.CountIfAllBlock() is not { } blocked)
        {
            mark = null;
            return false;
        }

        if (!IsNobodyActiveBeside(blocked))
        {
            if (!_isPoolBusy)
            {
                return false;
            }

            if (mark is null || mark.Entries != entries)
            {
                mark = new PoolMark(loop, entries);
            }

            if (!mark.HasPassed || mark.Age < interruption)
            {
                return false;
            }
        }

        return entries == Volatile.Read(ref _entries);
    }

    /// <summary>
    /// Whether nothing is queued, and no thread of the pool does anything but those of ours that are known to block. A thread counts as
    /// active from the moment it is asked for until it has found the queue empty; so where nobody is active before and after the queue was
    /// empty, no work is on its way from the queue to its beginning either.
    /// </summary>
    private static bool IsNobodyActiveBeside(int blocked)
    {
        int known = blocked + (Thread.CurrentThread.IsThreadPoolThread ? 1 : 0);
        return ActiveThreads() == known && ThreadPool.PendingWorkItemCount == 0 && ActiveThreads() == known;
    }

    private static int ActiveThreads()
    {
        ThreadPool.GetMaxThreads(out int most, out _);
        ThreadPool.GetAvailableThreads(out int available, out _);
        return most - available;
    }

    private static void OnChange(AsyncLocalValueChangedArgs<PoolWork?> change)
    {
        s_here?.Leave();
        s_here = change.CurrentValue?.Enter();
    }

    private PoolWork? Enter()
    {
        if (loop.IsRunningHere || !Thread.CurrentThread.IsThreadPoolThread)
        {
            return null;
        }

        Interlocked.Increment(ref _entries);
        _threads.Add(Thread.CurrentThread);
        return this;
    }

    private void Leave()
    {
        if (_threads.Remove(Thread.CurrentThread) == 0)
        {
            loop.Wake();
        }
    }
}
