namespace AsyncBasics;

/// <content>The doors between threads.</content>
public static partial class Asyncio
{
    /// <summary>
    /// Runs blocking work on a thread of the pool and waits for it without holding the loop (<c>asyncio.to_thread</c>). A virtual clock
    /// stands still meanwhile. Cancelling stops the wait, not the work; the loop waits for the work before it closes.
    /// </summary>
    public static async Coroutine<T> ToThread<T>(Func<T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return await EventLoop.Running.RunOnThread(work);
    }

    /// <inheritdoc cref="ToThread{T}(Func{T})"/>
    public static async Coroutine ToThread(Action work)
    {
        ArgumentNullException.ThrowIfNull(work);
        await EventLoop.Running.RunOnThread(() =>
        {
            work();
            return true;
        });
    }

    /// <summary>
    /// Runs a coroutine on <paramref name="loop"/> from another thread (<c>asyncio.run_coroutine_threadsafe</c>).
    /// </summary>
    /// <param name="coroutine">The coroutine; it is used up by this.</param>
    /// <param name="loop">The loop, which runs on another thread.</param>
    /// <param name="cancellationToken">Cancels the coroutine's task.</param>
    /// <returns>A native task that ends as the coroutine does.</returns>
    public static Task<T> RunCoroutineThreadsafe<T>(
        Coroutine<T> coroutine, EventLoop loop, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(loop);
        return ThreadsafeRun<T>.Start(coroutine.ConsumeForTask(), loop, static task => ((LoopTask<T>)task).Result, cancellationToken);
    }

    /// <inheritdoc cref="RunCoroutineThreadsafe{T}(Coroutine{T}, EventLoop, CancellationToken)"/>
    public static Task RunCoroutineThreadsafe(Coroutine coroutine, EventLoop loop, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(loop);
        return ThreadsafeRun<bool>.Start(coroutine.ConsumeForTask(), loop, static _ => true, cancellationToken);
    }
}
