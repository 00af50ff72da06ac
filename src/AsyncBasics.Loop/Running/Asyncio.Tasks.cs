namespace AsyncBasics;

/// <content>Tasks.</content>
public static partial class Asyncio
{
    /// <summary>The task whose step runs now (<c>asyncio.current_task</c>); <see langword="null"/> outside of tasks.</summary>
    public static LoopTask? CurrentTask
    {
        get
        {
            LoopTask? task = LoopThread.Current.Task;
            task?.Show();
            return task;
        }
    }

    /// <summary>
    /// Makes a task of a coroutine on the running loop: it runs by itself from the next iteration on (<c>asyncio.create_task</c>).
    /// </summary>
    /// <inheritdoc cref="EventLoop.CreateTask(Coroutine, string?, bool?)"/>
    public static LoopTask CreateTask(Coroutine coroutine, string? name = null, bool? eager = null) =>
        EventLoop.Running.CreateTask(coroutine, name, eager);

    /// <inheritdoc cref="CreateTask(Coroutine, string?, bool?)"/>
    public static LoopTask<T> CreateTask<T>(Coroutine<T> coroutine, string? name = null, bool? eager = null) =>
        EventLoop.Running.CreateTask(coroutine, name, eager);

    /// <summary>The tasks that have not ended, in the order in which they were created (<c>asyncio.all_tasks</c>).</summary>
    /// <param name="loop">Whose tasks; those of the running loop by default.</param>
    /// <exception cref="InvalidOperationException">No loop was given and none runs on this thread.</exception>
    public static IReadOnlyList<LoopTask> AllTasks(EventLoop? loop = null)
    {
        LoopTask[] tasks = (loop ?? EventLoop.Running).Tasks.InOrder();
        foreach (LoopTask task in tasks)
        {
            task.Show();
        }

        return tasks;
    }

    /// <summary>The time on the running loop's clock, in seconds (<c>loop.time</c>).</summary>
    public static double Time() => EventLoop.Running.Time.TotalSeconds;
}
