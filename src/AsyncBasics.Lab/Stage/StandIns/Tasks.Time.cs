using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AsyncBasics.Lab.StandIns;

/// <summary>Stands in for the members of <see cref="Task"/> and <see cref="Task{TResult}"/> that take time, make work or block.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Tasks
{
    public static Task Delay(int millisecondsDelay) => Delay(millisecondsDelay, CancellationToken.None);

    public static Task Delay(int millisecondsDelay, CancellationToken cancellationToken)
    {
        if (millisecondsDelay < -1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(millisecondsDelay), "The value needs to be either -1 (signifying an infinite timeout), 0 or a positive integer.");
        }

        return Delay(TimeSpan.FromMilliseconds(millisecondsDelay), cancellationToken);
    }

    public static Task Delay(TimeSpan delay) => Delay(delay, CancellationToken.None);

    public static Task Delay(TimeSpan delay, CancellationToken cancellationToken) =>
        Delay(delay, Stage.Current.TimeProvider, cancellationToken);

    public static Task Delay(TimeSpan delay, TimeProvider timeProvider) => Delay(delay, timeProvider, CancellationToken.None);

    public static Task Delay(TimeSpan delay, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        Stage stage = Stage.Current;
        stage.ThrowIfEnding();
        Task task = Task.Delay(delay, timeProvider, cancellationToken);
        stage.Recorder.TaskMade(task, new TaskFact(TaskFactKind.Timer, delay < TimeSpan.Zero ? null : stage.Now + delay));
        return task;
    }

    public static YieldAwaitable Yield()
    {
        Stage.Current.Spinning.Yielded();
        return Task.Yield();
    }

    public static Task WaitAsync(Task task, CancellationToken cancellationToken) => Limited(task, task.WaitAsync(cancellationToken), null);

    public static Task WaitAsync(Task task, TimeSpan timeout) => WaitAsync(task, timeout, Stage.Current.TimeProvider);

    public static Task WaitAsync(Task task, TimeSpan timeout, TimeProvider timeProvider) =>
        WaitAsync(task, timeout, timeProvider, CancellationToken.None);

    public static Task WaitAsync(Task task, TimeSpan timeout, CancellationToken cancellationToken) =>
        WaitAsync(task, timeout, Stage.Current.TimeProvider, cancellationToken);

    public static Task WaitAsync(Task task, TimeSpan timeout, TimeProvider timeProvider, CancellationToken cancellationToken) =>
        Limited(task, task.WaitAsync(timeout, timeProvider, cancellationToken), timeout);

    public static Task<TResult> WaitAsync<TResult>(Task<TResult> task, CancellationToken cancellationToken) =>
        Limited(task, task.WaitAsync(cancellationToken), null);

    public static Task<TResult> WaitAsync<TResult>(Task<TResult> task, TimeSpan timeout) =>
        WaitAsync(task, timeout, Stage.Current.TimeProvider);

    public static Task<TResult> WaitAsync<TResult>(Task<TResult> task, TimeSpan timeout, TimeProvider timeProvider) =>
        WaitAsync(task, timeout, timeProvider, CancellationToken.None);

    public static Task<TResult> WaitAsync<TResult>(Task<TResult> task, TimeSpan timeout, CancellationToken cancellationToken) =>
        WaitAsync(task, timeout, Stage.Current.TimeProvider, cancellationToken);

    public static Task<TResult> WaitAsync<TResult>(
        Task<TResult> task, TimeSpan timeout, TimeProvider timeProvider, CancellationToken cancellationToken) =>
        Limited(task, task.WaitAsync(timeout, timeProvider, cancellationToken), timeout);

    private static TTask Limited<TTask>(Task task, TTask limited, TimeSpan? timeout)
        where TTask : Task
    {
        Stage stage = Stage.Current;
        if (!ReferenceEquals(task, limited))
        {
            TimeSpan? deadline = timeout >= TimeSpan.Zero ? stage.Now + timeout : null;
            stage.Recorder.TaskMade(limited, new TaskFact(TaskFactKind.WaitAsync, deadline, [task]));
        }

        return limited;
    }
}
