using System.ComponentModel;

namespace AsyncBasics.Lab.StandIns;

/// <summary>Stands in for the members of <see cref="TaskFactory"/> and <see cref="TaskFactory{TResult}"/> that make work.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Factories
{
    public static Task StartNew(TaskFactory factory, Action work) =>
        StartNew(factory, work, factory.CancellationToken, factory.CreationOptions, factory.Scheduler);

    public static Task StartNew(TaskFactory factory, Action work, CancellationToken cancellationToken) =>
        StartNew(factory, work, cancellationToken, factory.CreationOptions, factory.Scheduler);

    public static Task StartNew(TaskFactory factory, Action work, TaskCreationOptions creationOptions) =>
        StartNew(factory, work, factory.CancellationToken, creationOptions, factory.Scheduler);

    public static Task StartNew(
        TaskFactory factory, Action work, CancellationToken cancellationToken, TaskCreationOptions creationOptions, TaskScheduler? scheduler)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Work.Start(WorkerKind.StartNew, "StartNew", worker => Work.Queue(
            worker, work, cancellationToken, creationOptions, scheduler is null ? Work.SchedulerNow() : Work.Ours(scheduler)));
    }

    public static Task StartNew(TaskFactory factory, Action<object?> work, object? state) =>
        StartNew(factory, work, state, factory.CancellationToken, factory.CreationOptions, factory.Scheduler);

    public static Task StartNew(TaskFactory factory, Action<object?> work, object? state, CancellationToken cancellationToken) =>
        StartNew(factory, work, state, cancellationToken, factory.CreationOptions, factory.Scheduler);

    public static Task StartNew(TaskFactory factory, Action<object?> work, object? state, TaskCreationOptions creationOptions) =>
        StartNew(factory, work, state, factory.CancellationToken, creationOptions, factory.Scheduler);

    public static Task StartNew(
        TaskFactory factory, Action<object?> work, object? state, CancellationToken cancellationToken, TaskCreationOptions creationOptions, TaskScheduler? scheduler)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Work.Start(WorkerKind.StartNew, "StartNew", worker => Work.Queue(
            worker, work, state, cancellationToken, creationOptions, scheduler is null ? Work.SchedulerNow() : Work.Ours(scheduler)));
    }

    public static Task<TResult> StartNew<TResult>(TaskFactory factory, Func<TResult> work) =>
        StartNew(factory, work, factory.CancellationToken, factory.CreationOptions, factory.Scheduler);

    public static Task<TResult> StartNew<TResult>(TaskFactory factory, Func<TResult> work, CancellationToken cancellationToken) =>
        StartNew(factory, work, cancellationToken, factory.CreationOptions, factory.Scheduler);

    public static Task<TResult> StartNew<TResult>(TaskFactory factory, Func<TResult> work, TaskCreationOptions creationOptions) =>
        StartNew(factory, work, factory.CancellationToken, creationOptions, factory.Scheduler);

    public static Task<TResult> StartNew<TResult>(
        TaskFactory factory, Func<TResult> work, CancellationToken cancellationToken, TaskCreationOptions creationOptions, TaskScheduler? scheduler)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Work.Start(WorkerKind.StartNew, "StartNew", worker => Work.Queue(
            worker, work, cancellationToken, creationOptions, scheduler is null ? Work.SchedulerNow() : Work.Ours(scheduler)));
    }

    public static Task<TResult> StartNew<TResult>(TaskFactory factory, Func<object?, TResult> work, object? state) =>
        StartNew(factory, work, state, factory.CancellationToken, factory.CreationOptions, factory.Scheduler);

    public static Task<TResult> StartNew<TResult>(TaskFactory factory, Func<object?, TResult> work, object? state, CancellationToken cancellationToken) =>
        StartNew(factory, work, state, cancellationToken, factory.CreationOptions, factory.Scheduler);

    public static Task<TResult> StartNew<TResult>(TaskFactory factory, Func<object?, TResult> work, object? state, TaskCreationOptions creationOptions) =>
        StartNew(factory, work, state, factory.CancellationToken, creationOptions, factory.Scheduler);

    public static Task<TResult> StartNew<TResult>(
        TaskFactory factory, Func<object?, TResult> work, object? state, CancellationToken cancellationToken, TaskCreationOptions creationOptions, TaskScheduler? scheduler)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Work.Start(WorkerKind.StartNew, "StartNew", worker => Work.Queue(
            worker, work, state, cancellationToken, creationOptions, scheduler is null ? Work.SchedulerNow() : Work.Ours(scheduler)));
    }
}
