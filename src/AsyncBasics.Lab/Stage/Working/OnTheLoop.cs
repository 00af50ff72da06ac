namespace AsyncBasics.Lab;

/// <summary>
/// Combinations of tasks that end on the loop. Of a task whose continuations run asynchronously, such as that of a completion source, .NET
/// would tell a combination by way of the system's pool, of which the stage knows nothing: the clock would not wait for it.
/// </summary>
internal static class OnTheLoop
{
    /// <summary>The tasks, and in the place of those that go by way of the pool others that end as they do.</summary>
    public static Task[] All(Task[] tasks) => Array.TrueForAll(tasks, static task => !GoesByPool(task)) ? tasks : [.. tasks.Select(Proxy)];

    /// <inheritdoc cref="All(Task[])"/>
    public static Task<T>[] All<T>(Task<T>[] tasks) => Array.TrueForAll(tasks, static task => !GoesByPool(task)) ? tasks : [.. tasks.Select(Proxy)];

    /// <summary>The first of some tasks to end.</summary>
    public static Task<Task> First(Task[] tasks) => Array.Exists(tasks, GoesByPool) ? FirstOf(tasks) : Task.WhenAny(tasks);

    /// <inheritdoc cref="First(Task[])"/>
    public static Task<Task<T>> First<T>(Task<T>[] tasks) => Array.Exists(tasks, GoesByPool) ? FirstOf(tasks) : Task.WhenAny(tasks);

    private static bool GoesByPool(Task task) => !task.IsCompleted && task.CreationOptions.HasFlag(TaskCreationOptions.RunContinuationsAsynchronously);

    private static Task<TTask> FirstOf<TTask>(TTask[] tasks)
        where TTask : Task
    {
        var first = new TaskCompletionSource<TTask>();
        foreach (TTask task in tasks)
        {
            if (task.IsCompleted)
            {
                first.TrySetResult(task);
            }
            else
            {
                WhenEnded(task, () => first.TrySetResult(task));
            }
        }

        return first.Task;
    }

    private static Task Proxy(Task task)
    {
        if (!GoesByPool(task))
        {
            return task;
        }

        var proxy = new TaskCompletionSource();
        WhenEnded(task, () => proxy.SetFromTask(task));
        return proxy.Task;
    }

    private static Task<T> Proxy<T>(Task<T> task)
    {
        if (!GoesByPool(task))
        {
            return task;
        }

        var proxy = new TaskCompletionSource<T>();
        WhenEnded(task, () => proxy.SetFromTask(task));
        return proxy.Task;
    }

    /// <summary>Calls back in a turn of the loop.</summary>
    private static void WhenEnded(Task task, Action callback)
    {
        SynchronizationContext? context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(Stage.Current.LoopContext);
        try
        {
            task.GetAwaiter().UnsafeOnCompleted(callback);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}
