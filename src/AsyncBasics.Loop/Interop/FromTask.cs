namespace AsyncBasics;

/// <content>Futures that follow native tasks.</content>
public static partial class Asyncio
{
    /// <summary>
    /// A future of the running loop that ends as <paramref name="task"/> does (<c>asyncio.wrap_future</c>). A coroutine may also await a
    /// native task directly; waiting on this instead can be interrupted by a cancellation, while the native task goes on.
    /// </summary>
    public static Future FromTask(Task task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return NativeFuture.Follow(EventLoop.Running, task, static _ => true);
    }

    /// <inheritdoc cref="FromTask(Task)"/>
    public static Future<T> FromTask<T>(Task<T> task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return NativeFuture.Follow(EventLoop.Running, task, static native => ((Task<T>)native).Result);
    }
}
