using System.ComponentModel;

namespace AsyncBasics.Lab.StandIns;

/// <summary>Stands in for <c>ContinueWith</c> of <see cref="Task{TResult}"/>: where nobody says otherwise, the stage's pool does the work.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ResultContinuations
{
    public static Task ContinueWith<TResult>(
        Task<TResult> task, Action<Task<TResult>> continuation, CancellationToken cancellationToken = default) =>
        Told(task, task.ContinueWith(continuation, cancellationToken, TaskContinuationOptions.None, Work.SchedulerNow()));

    public static Task ContinueWith<TResult>(Task<TResult> task, Action<Task<TResult>> continuation, TaskContinuationOptions continuationOptions) =>
        Told(task, task.ContinueWith(continuation, CancellationToken.None, continuationOptions, Work.SchedulerNow()));

    public static Task ContinueWith<TResult>(Task<TResult> task, Action<Task<TResult>> continuation, TaskScheduler scheduler) =>
        Told(task, task.ContinueWith(continuation, CancellationToken.None, TaskContinuationOptions.None, Work.Ours(scheduler)));

    public static Task ContinueWith<TResult>(
        Task<TResult> task, Action<Task<TResult>> continuation, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler) =>
        Told(task, task.ContinueWith(continuation, cancellationToken, continuationOptions, Work.Ours(scheduler)));

    public static Task ContinueWith<TResult>(
        Task<TResult> task, Action<Task<TResult>, object?> continuation, object? state, CancellationToken cancellationToken = default) =>
        Told(task, task.ContinueWith(continuation, state, cancellationToken, TaskContinuationOptions.None, Work.SchedulerNow()));

    public static Task ContinueWith<TResult>(Task<TResult> task, Action<Task<TResult>, object?> continuation, object? state, TaskContinuationOptions continuationOptions) =>
        Told(task, task.ContinueWith(continuation, state, CancellationToken.None, continuationOptions, Work.SchedulerNow()));

    public static Task ContinueWith<TResult>(Task<TResult> task, Action<Task<TResult>, object?> continuation, object? state, TaskScheduler scheduler) =>
        Told(task, task.ContinueWith(continuation, state, CancellationToken.None, TaskContinuationOptions.None, Work.Ours(scheduler)));

    public static Task ContinueWith<TResult>(
        Task<TResult> task, Action<Task<TResult>, object?> continuation, object? state, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler) =>
        Told(task, task.ContinueWith(continuation, state, cancellationToken, continuationOptions, Work.Ours(scheduler)));

    public static Task<TNew> ContinueWith<TResult, TNew>(
        Task<TResult> task, Func<Task<TResult>, TNew> continuation, CancellationToken cancellationToken = default) =>
        Told(task, task.ContinueWith(continuation, cancellationToken, TaskContinuationOptions.None, Work.SchedulerNow()));

    public static Task<TNew> ContinueWith<TResult, TNew>(Task<TResult> task, Func<Task<TResult>, TNew> continuation, TaskContinuationOptions continuationOptions) =>
        Told(task, task.ContinueWith(continuation, CancellationToken.None, continuationOptions, Work.SchedulerNow()));

    public static Task<TNew> ContinueWith<TResult, TNew>(Task<TResult> task, Func<Task<TResult>, TNew> continuation, TaskScheduler scheduler) =>
        Told(task, task.ContinueWith(continuation, CancellationToken.None, TaskContinuationOptions.None, Work.Ours(scheduler)));

    public static Task<TNew> ContinueWith<TResult, TNew>(
        Task<TResult> task, Func<Task<TResult>, TNew> continuation, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler) =>
        Told(task, task.ContinueWith(continuation, cancellationToken, continuationOptions, Work.Ours(scheduler)));

    public static Task<TNew> ContinueWith<TResult, TNew>(
        Task<TResult> task, Func<Task<TResult>, object?, TNew> continuation, object? state, CancellationToken cancellationToken = default) =>
        Told(task, task.ContinueWith(continuation, state, cancellationToken, TaskContinuationOptions.None, Work.SchedulerNow()));

    public static Task<TNew> ContinueWith<TResult, TNew>(Task<TResult> task, Func<Task<TResult>, object?, TNew> continuation, object? state, TaskContinuationOptions continuationOptions) =>
        Told(task, task.ContinueWith(continuation, state, CancellationToken.None, continuationOptions, Work.SchedulerNow()));

    public static Task<TNew> ContinueWith<TResult, TNew>(Task<TResult> task, Func<Task<TResult>, object?, TNew> continuation, object? state, TaskScheduler scheduler) =>
        Told(task, task.ContinueWith(continuation, state, CancellationToken.None, TaskContinuationOptions.None, Work.Ours(scheduler)));

    public static Task<TNew> ContinueWith<TResult, TNew>(
        Task<TResult> task, Func<Task<TResult>, object?, TNew> continuation, object? state, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler) =>
        Told(task, task.ContinueWith(continuation, state, cancellationToken, continuationOptions, Work.Ours(scheduler)));

    private static TTask Told<TTask>(Task before, TTask task)
        where TTask : Task
    {
        Stage.Current.Recorder.TaskMade(task, new TaskFact(TaskFactKind.Continuation, Members: [before]));
        return task;
    }
}
