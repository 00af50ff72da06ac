namespace AsyncBasics;

/// <content>Shield.</content>
public static partial class Asyncio
{
    /// <summary>
    /// Protects a task from the cancellation of the one who waits for it (<c>asyncio.shield</c>): cancelling the result leaves the task
    /// running. An error that the task ends with after that is reported.
    /// </summary>
    /// <returns>What to await instead.</returns>
    public static Future<T> Shield<T>(LoopTask<T> task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return new ShieldFuture<T>(task);
    }

    /// <inheritdoc cref="Shield{T}(LoopTask{T})"/>
    public static Future<T> Shield<T>(Future<T> future)
    {
        ArgumentNullException.ThrowIfNull(future);
        return new ShieldFuture<T>(future);
    }

    /// <inheritdoc cref="Shield{T}(LoopTask{T})"/>
    public static Future<T> Shield<T>(Coroutine<T> coroutine) => new ShieldFuture<T>(CreateTask(coroutine));

    /// <inheritdoc cref="Shield{T}(LoopTask{T})"/>
    public static Future Shield(Future future)
    {
        ArgumentNullException.ThrowIfNull(future);
        return new ShieldFuture<bool>(future);
    }

    /// <inheritdoc cref="Shield{T}(LoopTask{T})"/>
    public static Future Shield(Coroutine coroutine) => new ShieldFuture<bool>(CreateTask(coroutine));
}
