using System.ComponentModel;

namespace AsyncBasics.Lab.StandIns;

/// <summary>Stands in for the constructors of <see cref="Task"/> and <see cref="Task{TResult}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ColdTasks
{
    public static Task New(Action action, CancellationToken cancellationToken = default, TaskCreationOptions creationOptions = TaskCreationOptions.None)
    {
        ArgumentNullException.ThrowIfNull(action);
        return Work.Start(WorkerKind.StartNew, "Task", worker => new Task(Work.As(worker, action), cancellationToken, creationOptions));
    }

    public static Task New(Action action, TaskCreationOptions creationOptions) => New(action, CancellationToken.None, creationOptions);

    public static Task New(
        Action<object?> action,
        object? state,
        CancellationToken cancellationToken = default,
        TaskCreationOptions creationOptions = TaskCreationOptions.None)
    {
        ArgumentNullException.ThrowIfNull(action);
        return Work.Start(WorkerKind.StartNew, "Task", worker => new Task(Work.As(worker, action), state, cancellationToken, creationOptions));
    }

    public static Task New(Action<object?> action, object? state, TaskCreationOptions creationOptions) =>
        New(action, state, CancellationToken.None, creationOptions);

    public static Task<TResult> NewOf<TResult>(
        Func<TResult> function, CancellationToken cancellationToken = default, TaskCreationOptions creationOptions = TaskCreationOptions.None)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Work.Start(WorkerKind.StartNew, "Task", worker => new Task<TResult>(Work.As(worker, function), cancellationToken, creationOptions));
    }

    public static Task<TResult> NewOf<TResult>(Func<TResult> function, TaskCreationOptions creationOptions) =>
        NewOf(function, CancellationToken.None, creationOptions);

    public static Task<TResult> NewOf<TResult>(
        Func<object?, TResult> function,
        object? state,
        CancellationToken cancellationToken = default,
        TaskCreationOptions creationOptions = TaskCreationOptions.None)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Work.Start(WorkerKind.StartNew, "Task", worker => new Task<TResult>(Work.As(worker, function), state, cancellationToken, creationOptions));
    }

    public static Task<TResult> NewOf<TResult>(Func<object?, TResult> function, object? state, TaskCreationOptions creationOptions) =>
        NewOf(function, state, CancellationToken.None, creationOptions);
}
