using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AsyncBasics.Lab.StandIns;

/// <summary>Stands in for the static members of <see cref="Task"/> that take time or make work.</summary>
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
        stage.Recorder.TaskMade(
            task, new TaskFact(TaskFactKind.Timer, delay < TimeSpan.Zero ? null : stage.Now + delay));
        return task;
    }

    public static YieldAwaitable Yield()
    {
        Stage.Current.Spinning.Yielded();
        return Task.Yield();
    }
}
