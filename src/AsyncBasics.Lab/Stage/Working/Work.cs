using System.Diagnostics.CodeAnalysis;

namespace AsyncBasics.Lab;

/// <summary>Tasks whose body is work for another thread.</summary>
[SuppressMessage("Design", "CA1068", Justification = "The order is that of the originals.")]
internal static class Work
{
    /// <summary>Makes the worker, and the task that brings its result.</summary>
    public static TTask Start<TTask>(WorkerKind kind, string name, Func<Worker, TTask> start)
        where TTask : Task
    {
        Stage stage = Stage.Current;
        stage.ThrowIfEnding();
        Worker worker = stage.NewWorker(kind, name);
        TTask task = start(worker);
        worker.Task = task;
        stage.Recorder.TaskMade(task, new TaskFact(TaskFactKind.Work, Worker: worker));
        return task;
    }

    /// <summary>Queues work that has a task.</summary>
    public static Task Queue(
        Worker worker, Action work, CancellationToken cancellationToken, TaskCreationOptions options, TaskScheduler scheduler) =>
        Stage.Current.HasThreads
            ? Task.Factory.StartNew(As(worker, work), cancellationToken, options, scheduler)
            : QueueOnStack(worker, AsFunction(work), cancellationToken, options, scheduler);

    /// <inheritdoc cref="Queue(Worker, Action, CancellationToken, TaskCreationOptions, TaskScheduler)"/>
    public static Task Queue(
        Worker worker,
        Action<object?> work,
        object? state,
        CancellationToken cancellationToken,
        TaskCreationOptions options,
        TaskScheduler scheduler) => Stage.Current.HasThreads
            ? Task.Factory.StartNew(As(worker, work), state, cancellationToken, options, scheduler)
            : QueueOnStack(worker, AsFunction(() => work(state)), cancellationToken, options, scheduler);

    /// <inheritdoc cref="Queue(Worker, Action, CancellationToken, TaskCreationOptions, TaskScheduler)"/>
    public static Task<T> Queue<T>(
        Worker worker, Func<T> work, CancellationToken cancellationToken, TaskCreationOptions options, TaskScheduler scheduler) =>
        Stage.Current.HasThreads
            ? Task.Factory.StartNew(As(worker, work), cancellationToken, options, scheduler)
            : QueueOnStack(worker, work, cancellationToken, options, scheduler);

    /// <inheritdoc cref="Queue(Worker, Action, CancellationToken, TaskCreationOptions, TaskScheduler)"/>
    public static Task<T> Queue<T>(
        Worker worker,
        Func<object?, T> work,
        object? state,
        CancellationToken cancellationToken,
        TaskCreationOptions options,
        TaskScheduler scheduler) => Stage.Current.HasThreads
            ? Task.Factory.StartNew(As(worker, work), state, cancellationToken, options, scheduler)
            : QueueOnStack(worker, () => work(state), cancellationToken, options, scheduler);

    /// <summary>The action as the work of <paramref name="worker"/>.</summary>
    public static Action As(Worker worker, Action action) => () => Stage.Current.Perform(worker, action);

    /// <inheritdoc cref="As(Worker, Action)"/>
    public static Action<object?> As(Worker worker, Action<object?> action) => state => Stage.Current.Perform(worker, () => action(state));

    /// <inheritdoc cref="As(Worker, Action)"/>
    public static Func<T> As<T>(Worker worker, Func<T> function) => () => Stage.Current.Perform(worker, function);

    /// <inheritdoc cref="As(Worker, Action)"/>
    public static Func<object?, T> As<T>(Worker worker, Func<object?, T> function) =>
        state => Stage.Current.Perform(worker, () => function(state));

    /// <summary>Where a task goes when nobody says where: to the scheduler of the task that runs now, else to the pool.</summary>
    public static TaskScheduler SchedulerNow() => Ours(TaskScheduler.Current);

    /// <summary>The scheduler, or the stage's in place of that of the system's pool.</summary>
    public static TaskScheduler Ours(TaskScheduler? scheduler) =>
        scheduler is null || ReferenceEquals(scheduler, TaskScheduler.Default) ? Stage.Current.Scheduler : scheduler;

    private static Func<bool> AsFunction(Action action) => () =>
    {
        action();
        return true;
    };

    private static Task<T> QueueOnStack<T>(
        Worker worker, Func<T> work, CancellationToken cancellationToken, TaskCreationOptions options, TaskScheduler scheduler) =>
        Task.Factory.StartNew(() => DoOnStack(worker, work, cancellationToken), cancellationToken, options, scheduler).Unwrap();

    /// <summary>Work on a lane on the stack may be ahead of the others: its task ends when they get there.</summary>
    private static Task<T> DoOnStack<T>(Worker worker, Func<T> work, CancellationToken cancellationToken)
    {
        Stage stage = Stage.Current;
        var end = new TaskCompletionSource<T>();
        try
        {
            T result = stage.Perform(worker, work);
            stage.AtOwnTime(() => end.SetResult(result));
        }
        catch (OperationCanceledException cancelled) when (cancelled.CancellationToken == cancellationToken)
        {
            stage.AtOwnTime(() => end.SetCanceled(cancellationToken));
        }
        catch (Exception exception)
        {
            stage.AtOwnTime(() => end.SetException(exception));
        }

        return end.Task;
    }
}
