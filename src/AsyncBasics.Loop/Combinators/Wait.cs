namespace AsyncBasics;

/// <summary>When <c>Wait</c> returns.</summary>
public enum ReturnWhen
{
    /// <summary>When all have ended (<c>asyncio.ALL_COMPLETED</c>).</summary>
    AllCompleted,

    /// <summary>When the first has ended, or was cancelled (<c>asyncio.FIRST_COMPLETED</c>).</summary>
    FirstCompleted,

    /// <summary>When the first has failed; when none fails, when all have ended (<c>asyncio.FIRST_EXCEPTION</c>).</summary>
    FirstException,
}

/// <summary>What <c>Wait</c> found, each list in the order in which the futures were given.</summary>
/// <typeparam name="T">The kind of future.</typeparam>
/// <param name="Done">Those that have ended.</param>
/// <param name="Pending">Those that have not; they go on.</param>
public readonly record struct WaitResult<T>(IReadOnlyList<T> Done, IReadOnlyList<T> Pending)
    where T : Future;

/// <content>Wait.</content>
public static partial class Asyncio
{
    /// <inheritdoc cref="ReturnWhen.AllCompleted"/>
    public const ReturnWhen AllCompleted = ReturnWhen.AllCompleted;

    /// <inheritdoc cref="ReturnWhen.FirstCompleted"/>
    public const ReturnWhen FirstCompleted = ReturnWhen.FirstCompleted;

    /// <inheritdoc cref="ReturnWhen.FirstException"/>
    public const ReturnWhen FirstException = ReturnWhen.FirstException;

    /// <summary>
    /// Waits until some or all of the tasks have ended, or the time is up (<c>asyncio.wait</c>). It cancels nothing and throws no
    /// task's error: look at what is done.
    /// </summary>
    /// <param name="futures">Tasks or futures; one given twice counts once.</param>
    /// <param name="returnWhen">When to return.</param>
    /// <param name="timeout">How long to wait at most, in seconds; without limit by default. Its end is no error.</param>
    /// <exception cref="ArgumentException">There is nothing to wait for.</exception>
    public static Coroutine<WaitResult<T>> Wait<T>(
        IEnumerable<T> futures, ReturnWhen returnWhen = ReturnWhen.AllCompleted, double? timeout = null)
        where T : Future
    {
        ArgumentNullException.ThrowIfNull(futures);
        return WaitDistinct([.. futures.Distinct()], returnWhen, timeout);
    }

    private static async Coroutine<WaitResult<T>> WaitDistinct<T>(T[] futures, ReturnWhen returnWhen, double? timeout)
        where T : Future
    {
        if (futures.Length == 0)
        {
            throw new ArgumentException("Set of Tasks/Futures is empty.", nameof(futures));
        }

        var waiter = new WaitFuture(futures, returnWhen);
        Handle? timer = timeout is { } seconds ? waiter.ReleaseAfter(seconds) : null;
        try
        {
            await waiter;
        }
        finally
        {
            timer?.Cancel();
            waiter.Unsubscribe();
        }

        return new WaitResult<T>([.. futures.Where(future => future.Done)], [.. futures.Where(future => !future.Done)]);
    }
}
