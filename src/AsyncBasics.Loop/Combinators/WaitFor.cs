namespace AsyncBasics;

/// <content>WaitFor.</content>
public static partial class Asyncio
{
    /// <summary>
    /// Awaits one thing with a limit (<c>asyncio.wait_for</c> of 3.12): a coroutine runs in the same task under a <c>Timeout</c>; a task is
    /// cancelled when the time is up.
    /// </summary>
    /// <param name="coroutine">What to await.</param>
    /// <param name="timeout">
    /// How long at most, in seconds; <see langword="null"/> for no limit. With zero or less only what has already ended returns.
    /// </param>
    /// <exception cref="TimeoutException">The time was up.</exception>
    public static Coroutine<T> WaitFor<T>(Coroutine<T> coroutine, double? timeout) =>
        timeout <= 0 ? WaitForNow(coroutine) : RunTimeout<T, MadeBody<Coroutine<T>>>(Deadline.After(timeout), new(coroutine));

    /// <inheritdoc cref="WaitFor{T}(Coroutine{T}, double?)"/>
    public static Coroutine WaitFor(Coroutine coroutine, double? timeout) =>
        timeout <= 0 ? WaitForNow(coroutine) : RunTimeout(Deadline.After(timeout), new MadeBody<Coroutine>(coroutine));

    /// <inheritdoc cref="WaitFor{T}(Coroutine{T}, double?)"/>
    public static Coroutine<T> WaitFor<T>(LoopTask<T> task, double? timeout)
    {
        ArgumentNullException.ThrowIfNull(task);
        return timeout <= 0 ? WaitForNow(task, static task => task.Result) : Timeout(timeout, async () => await task);
    }

    /// <inheritdoc cref="WaitFor{T}(Coroutine{T}, double?)"/>
    public static Coroutine<T> WaitFor<T>(Future<T> future, double? timeout)
    {
        ArgumentNullException.ThrowIfNull(future);
        return timeout <= 0 ? WaitForNow(future, static future => future.Result) : Timeout(timeout, async () => await future);
    }

    /// <inheritdoc cref="WaitFor{T}(Coroutine{T}, double?)"/>
    public static Coroutine WaitFor(Future future, double? timeout)
    {
        ArgumentNullException.ThrowIfNull(future);
        return timeout <= 0 ? WaitForNow(future) : Timeout(timeout, async () => await future);
    }

    private static async Coroutine<T> WaitForNow<T>(Coroutine<T> coroutine) =>
        await WaitForNow(CreateTask(coroutine), static task => task.Result);

    private static async Coroutine WaitForNow(Coroutine coroutine) => await WaitForNow(CreateTask(coroutine));

    private static async Coroutine<T> WaitForNow<TFuture, T>(TFuture future, Func<TFuture, T> result)
        where TFuture : Future
    {
        await WaitForNow(future);
        return result(future);
    }

    /// <summary>No time at all: what has not ended is cancelled, and waited for.</summary>
    private static async Coroutine WaitForNow(Future future)
    {
        if (!future.Done)
        {
            var ended = new WaitFuture([future], ReturnWhen.AllCompleted);
            try
            {
                future.Cancel(new CancelReason(CancelKind.Deadline));
                await ended;
            }
            finally
            {
                ended.Unsubscribe();
            }

            if (future.EndedByCancellation)
            {
                future.MarkRetrieved();
                throw new TimeoutException("There was no time to wait for it.", new CancelledException(future.CancelReason));
            }
        }

        future.ThrowUnlessSucceeded();
    }
}
