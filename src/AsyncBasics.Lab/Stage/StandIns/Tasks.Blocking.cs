using System.Runtime.CompilerServices;

namespace AsyncBasics.Lab.StandIns;

/// <content>Waiting for tasks by blocking, and asking them.</content>
public static partial class Tasks
{
    public static TResult Result<TResult>(Task<TResult> task)
    {
        Waits.UntilEnd(task, Timeout.InfiniteTimeSpan);
        return task.Result;
    }

    public static void Wait(Task task) => Wait(task, Timeout.InfiniteTimeSpan, CancellationToken.None);

    public static void Wait(Task task, CancellationToken cancellationToken) => Wait(task, Timeout.InfiniteTimeSpan, cancellationToken);

    public static bool Wait(Task task, int millisecondsTimeout) => Wait(task, millisecondsTimeout, CancellationToken.None);

    public static bool Wait(Task task, int millisecondsTimeout, CancellationToken cancellationToken) =>
        Wait(task, Waits.Timeout(millisecondsTimeout, nameof(millisecondsTimeout)), cancellationToken);

    public static bool Wait(Task task, TimeSpan timeout) => Wait(task, timeout, CancellationToken.None);

    public static bool Wait(Task task, TimeSpan timeout, CancellationToken cancellationToken)
    {
        Waits.ThrowIfNoTimeout(timeout, nameof(timeout));
        if (!Waits.UntilEnd(task, timeout, cancellationToken))
        {
            return false;
        }

        // It has ended: this does not wait any more, but throws what there is to throw, as the original does.
        task.Wait(CancellationToken.None);
        return true;
    }

    public static void WaitAll(params Task[] tasks) => WaitAll(tasks, Timeout.InfiniteTimeSpan, CancellationToken.None);

    public static void WaitAll(params ReadOnlySpan<Task> tasks) => WaitAll(tasks.ToArray());

    public static void WaitAll(IEnumerable<Task> tasks, CancellationToken cancellationToken = default) =>
        WaitAll(AllOf(tasks), Timeout.InfiniteTimeSpan, cancellationToken);

    public static void WaitAll(Task[] tasks, CancellationToken cancellationToken) =>
        WaitAll(tasks, Timeout.InfiniteTimeSpan, cancellationToken);

    public static bool WaitAll(Task[] tasks, int millisecondsTimeout) => WaitAll(tasks, millisecondsTimeout, CancellationToken.None);

    public static bool WaitAll(Task[] tasks, int millisecondsTimeout, CancellationToken cancellationToken) =>
        WaitAll(tasks, Waits.Timeout(millisecondsTimeout, nameof(millisecondsTimeout)), cancellationToken);

    public static bool WaitAll(Task[] tasks, TimeSpan timeout) => WaitAll(tasks, timeout, CancellationToken.None);

    public static int WaitAny(params Task[] tasks) => WaitAny(tasks, Timeout.InfiniteTimeSpan, CancellationToken.None);

    public static int WaitAny(Task[] tasks, CancellationToken cancellationToken) =>
        WaitAny(tasks, Timeout.InfiniteTimeSpan, cancellationToken);

    public static int WaitAny(Task[] tasks, int millisecondsTimeout) => WaitAny(tasks, millisecondsTimeout, CancellationToken.None);

    public static int WaitAny(Task[] tasks, int millisecondsTimeout, CancellationToken cancellationToken) =>
        WaitAny(tasks, Waits.Timeout(millisecondsTimeout, nameof(millisecondsTimeout)), cancellationToken);

    public static int WaitAny(Task[] tasks, TimeSpan timeout) => WaitAny(tasks, timeout, CancellationToken.None);

    public static void GetResult(in TaskAwaiter awaiter)
    {
        TaskAwaiter copy = awaiter;
        Waits.UntilEnd(AwaitedTask.Of(ref copy), Timeout.InfiniteTimeSpan);
        awaiter.GetResult();
    }

    public static TResult GetResult<TResult>(in TaskAwaiter<TResult> awaiter)
    {
        TaskAwaiter<TResult> copy = awaiter;
        Waits.UntilEnd(AwaitedTask<TResult>.Of(ref copy), Timeout.InfiniteTimeSpan);
        return awaiter.GetResult();
    }

    public static void GetResult(in ConfiguredTaskAwaitable.ConfiguredTaskAwaiter awaiter)
    {
        ConfiguredTaskAwaitable.ConfiguredTaskAwaiter copy = awaiter;
        Waits.UntilEnd(AwaitedTask.Of(ref copy), Timeout.InfiniteTimeSpan);
        awaiter.GetResult();
    }

    public static TResult GetResult<TResult>(in ConfiguredTaskAwaitable<TResult>.ConfiguredTaskAwaiter awaiter)
    {
        ConfiguredTaskAwaitable<TResult>.ConfiguredTaskAwaiter copy = awaiter;
        Waits.UntilEnd(AwaitedTask<TResult>.Of(ref copy), Timeout.InfiniteTimeSpan);
        return awaiter.GetResult();
    }

    public static void GetResult(in ValueTaskAwaiter awaiter)
    {
        if (!awaiter.IsCompleted)
        {
            ValueTaskAwaiter copy = awaiter;
            Waits.UntilContinued(copy.UnsafeOnCompleted);
        }

        awaiter.GetResult();
    }

    public static TResult GetResult<TResult>(in ValueTaskAwaiter<TResult> awaiter)
    {
        if (!awaiter.IsCompleted)
        {
            ValueTaskAwaiter<TResult> copy = awaiter;
            Waits.UntilContinued(copy.UnsafeOnCompleted);
        }

        return awaiter.GetResult();
    }

    public static TResult Result<TResult>(in ValueTask<TResult> task) => GetResult(task.GetAwaiter());

    public static bool IsCompleted(Task task)
    {
        Stage.Current.Spinning.Asked();
        return task.IsCompleted;
    }

    private static bool WaitAll(Task[] tasks, TimeSpan timeout, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        Waits.ThrowIfNoTimeout(timeout, nameof(timeout));
        Task[] all = AllOf(tasks);
        if (!Waits.UntilAllEnded(all, timeout, cancellationToken))
        {
            return false;
        }

        Task.WaitAll(all, CancellationToken.None);
        return true;
    }

    private static int WaitAny(Task[] tasks, TimeSpan timeout, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        Waits.ThrowIfNoTimeout(timeout, nameof(timeout));
        Task[] all = AllOf(tasks);
        Waits.UntilAnyEnded(all, timeout, cancellationToken);
        return Array.FindIndex(all, static task => task.IsCompleted);
    }
}
