namespace AsyncBasics.Lab;

/// <summary>Runs tasks as work of the stage's pool: what <see cref="TaskScheduler.Default"/> is elsewhere.</summary>
internal sealed class WorkScheduler(Stage stage) : TaskScheduler
{
    protected override void QueueTask(Task task) => stage.QueueWork(() => TryExecuteTask(task));

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => !taskWasPreviouslyQueued && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
