namespace AsyncBasics.Lab.StandIns;

/// <content>Factories of tasks with a result, and continuations of several tasks.</content>
public static partial class Factories
{
    public static Task<TResult> StartNew<TResult>(TaskFactory<TResult> factory, Func<TResult> work) =>
        StartNew(factory, work, factory.CancellationToken, factory.CreationOptions, factory.Scheduler);

    public static Task<TResult> StartNew<TResult>(TaskFactory<TResult> factory, Func<TResult> work, CancellationToken cancellationToken) =>
        StartNew(factory, work, cancellationToken, factory.CreationOptions, factory.Scheduler);

    public static Task<TResult> StartNew<TResult>(TaskFactory<TResult> factory, Func<TResult> work, TaskCreationOptions creationOptions) =>
        StartNew(factory, work, factory.CancellationToken, creationOptions, factory.Scheduler);

    public static Task<TResult> StartNew<TResult>(
        TaskFactory<TResult> factory, Func<TResult> work, CancellationToken cancellationToken, TaskCreationOptions creationOptions, TaskScheduler? scheduler)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Work.Start(WorkerKind.StartNew, "StartNew", worker => Work.Queue(
            worker, work, cancellationToken, creationOptions, scheduler is null ? Work.SchedulerNow() : Work.Ours(scheduler)));
    }

    public static Task<TResult> StartNew<TResult>(TaskFactory<TResult> factory, Func<object?, TResult> work, object? state) =>
        StartNew(factory, work, state, factory.CancellationToken, factory.CreationOptions, factory.Scheduler);

    public static Task<TResult> StartNew<TResult>(TaskFactory<TResult> factory, Func<object?, TResult> work, object? state, CancellationToken cancellationToken) =>
        StartNew(factory, work, state, cancellationToken, factory.CreationOptions, factory.Scheduler);

    public static Task<TResult> StartNew<TResult>(TaskFactory<TResult> factory, Func<object?, TResult> work, object? state, TaskCreationOptions creationOptions) =>
        StartNew(factory, work, state, factory.CancellationToken, creationOptions, factory.Scheduler);

    public static Task<TResult> StartNew<TResult>(
        TaskFactory<TResult> factory, Func<object?, TResult> work, object? state, CancellationToken cancellationToken, TaskCreationOptions creationOptions, TaskScheduler? scheduler)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Work.Start(WorkerKind.StartNew, "StartNew", worker => Work.Queue(
            worker, work, state, cancellationToken, creationOptions, scheduler is null ? Work.SchedulerNow() : Work.Ours(scheduler)));
    }

    public static Task ContinueWhenAll(
        TaskFactory factory,
        Task[] tasks,
        Action<Task[]> continuation,
        CancellationToken cancellationToken = default,
        TaskContinuationOptions continuationOptions = TaskContinuationOptions.None,
        TaskScheduler? scheduler = null) =>
        factory.ContinueWhenAll(tasks, continuation, cancellationToken, continuationOptions, scheduler is null ? Work.SchedulerNow() : Work.Ours(scheduler));

    public static Task ContinueWhenAll(
        TaskFactory factory, Task[] tasks, Action<Task[]> continuation, TaskContinuationOptions continuationOptions) =>
        factory.ContinueWhenAll(tasks, continuation, CancellationToken.None, continuationOptions, Work.SchedulerNow());

    public static Task<TResult> ContinueWhenAll<TResult>(
        TaskFactory factory,
        Task[] tasks,
        Func<Task[], TResult> continuation,
        CancellationToken cancellationToken = default,
        TaskContinuationOptions continuationOptions = TaskContinuationOptions.None,
        TaskScheduler? scheduler = null) =>
        factory.ContinueWhenAll(tasks, continuation, cancellationToken, continuationOptions, scheduler is null ? Work.SchedulerNow() : Work.Ours(scheduler));

    public static Task<TResult> ContinueWhenAll<TResult>(
        TaskFactory factory, Task[] tasks, Func<Task[], TResult> continuation, TaskContinuationOptions continuationOptions) =>
        factory.ContinueWhenAll(tasks, continuation, CancellationToken.None, continuationOptions, Work.SchedulerNow());

    public static Task ContinueWhenAny(
        TaskFactory factory,
        Task[] tasks,
        Action<Task> continuation,
        CancellationToken cancellationToken = default,
        TaskContinuationOptions continuationOptions = TaskContinuationOptions.None,
        TaskScheduler? scheduler = null) =>
        factory.ContinueWhenAny(tasks, continuation, cancellationToken, continuationOptions, scheduler is null ? Work.SchedulerNow() : Work.Ours(scheduler));

    public static Task ContinueWhenAny(
        TaskFactory factory, Task[] tasks, Action<Task> continuation, TaskContinuationOptions continuationOptions) =>
        factory.ContinueWhenAny(tasks, continuation, CancellationToken.None, continuationOptions, Work.SchedulerNow());

    public static Task<TResult> ContinueWhenAny<TResult>(
        TaskFactory factory,
        Task[] tasks,
        Func<Task, TResult> continuation,
        CancellationToken cancellationToken = default,
        TaskContinuationOptions continuationOptions = TaskContinuationOptions.None,
        TaskScheduler? scheduler = null) =>
        factory.ContinueWhenAny(tasks, continuation, cancellationToken, continuationOptions, scheduler is null ? Work.SchedulerNow() : Work.Ours(scheduler));

    public static Task<TResult> ContinueWhenAny<TResult>(
        TaskFactory factory, Task[] tasks, Func<Task, TResult> continuation, TaskContinuationOptions continuationOptions) =>
        factory.ContinueWhenAny(tasks, continuation, CancellationToken.None, continuationOptions, Work.SchedulerNow());
}
