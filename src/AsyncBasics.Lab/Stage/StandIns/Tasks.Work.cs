namespace AsyncBasics.Lab.StandIns;

/// <content>Work for the pool.</content>
public static partial class Tasks
{
    public static Task Run(Action action) => Run(action, CancellationToken.None);

    public static Task Run(Action action, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(action);
        return Work.Start(WorkerKind.TaskRun, "Task.Run", worker => Work.Queue(
            worker, action, cancellationToken, TaskCreationOptions.DenyChildAttach, Stage.Current.Scheduler));
    }

    public static Task<TResult> Run<TResult>(Func<TResult> function) => Run(function, CancellationToken.None);

    public static Task<TResult> Run<TResult>(Func<TResult> function, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Work.Start(WorkerKind.TaskRun, "Task.Run", worker => Work.Queue(
            worker, function, cancellationToken, TaskCreationOptions.DenyChildAttach, Stage.Current.Scheduler));
    }

    public static Task Run(Func<Task?> function) => Run(function, CancellationToken.None);

    public static Task Run(Func<Task?> function, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Work.Start(WorkerKind.TaskRun, "Task.Run", worker => Work.Queue(
            worker, () => function()!, cancellationToken, TaskCreationOptions.DenyChildAttach, Stage.Current.Scheduler).Unwrap());
    }

    public static Task<TResult> Run<TResult>(Func<Task<TResult>?> function) => Run(function, CancellationToken.None);

    public static Task<TResult> Run<TResult>(Func<Task<TResult>?> function, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Work.Start(WorkerKind.TaskRun, "Task.Run", worker => Work.Queue(
            worker, () => function()!, cancellationToken, TaskCreationOptions.DenyChildAttach, Stage.Current.Scheduler).Unwrap());
    }

    public static void Start(Task task) => task.Start(Work.SchedulerNow());

    public static void Start(Task task, TaskScheduler scheduler) => task.Start(scheduler);

    public static void RunSynchronously(Task task) => task.RunSynchronously(Work.SchedulerNow());

    public static void RunSynchronously(Task task, TaskScheduler scheduler) => task.RunSynchronously(scheduler);

    public static TaskScheduler DefaultScheduler() => Stage.Current.Scheduler;

    public static TaskScheduler CurrentScheduler() => Work.SchedulerNow();
}
