namespace AsyncBasics;

/// <summary>A future of the loop that follows a native <see cref="Task"/> (<c>asyncio.wrap_future</c>).</summary>
internal static class NativeFuture
{
    /// <summary>Calls <paramref name="main"/> on the loop, in a turn of its own, and follows its task.</summary>
    public static Future Start(EventLoop loop, Func<Task> main)
    {
        var future = new Future<bool>(loop);
        loop.ScheduleCallback(new FirstTurn<bool>(() => main(), static _ => true), future);
        return future;
    }

    /// <inheritdoc cref="Start(EventLoop, Func{Task})"/>
    public static Future<T> Start<T>(EventLoop loop, Func<Task<T>> main)
    {
        var future = new Future<T>(loop);
        loop.ScheduleCallback(new FirstTurn<T>(() => main(), static task => ((Task<T>)task).Result), future);
        return future;
    }

    public static Future<T> Follow<T>(EventLoop loop, Task task, Func<Task, T> result)
    {
        var future = new Future<T>(loop);
        Follow(future, task, result);
        return future;
    }

    private static void Follow<T>(Future<T> future, Task task, Func<Task, T> result)
    {
        EventLoop loop = future.Loop;
        loop.UsesNative = true;
        if (task.IsCompleted)
        {
            Settle(future, task, result);
            return;
        }

        loop.NativeWaitBegins();
        SynchronizationContext? context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new LoopSynchronizationContext(loop));
        try
        {
            task.GetAwaiter().UnsafeOnCompleted(() =>
            {
                loop.NativeWaitEnds();
                Settle(future, task, result);
            });
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private static void Settle<T>(Future<T> future, Task task, Func<Task, T> result)
    {
        if (task.IsCanceled)
        {
            future.Cancel();
        }
        else if (task.Exception is { } error)
        {
            future.TrySetException(error.InnerExceptions.Count == 1 ? error.InnerExceptions[0] : error);
        }
        else
        {
            future.TrySetResult(result(task));
        }
    }

    private sealed class FirstTurn<T>(Func<Task> main, Func<Task, T> result) : ReadyCallback
    {
        public override void Invoke(object argument)
        {
            var future = (Future<T>)argument;
            future.Loop.UsesNative = true;
            SynchronizationContext.SetSynchronizationContext(new LoopSynchronizationContext(future.Loop));
            try
            {
                Follow(future, main(), result);
            }
            catch (Exception exception)
            {
                future.TrySetException(exception);
            }
        }
    }

}
