using System.ComponentModel;

namespace AsyncBasics.Lab.StandIns;

/// <summary>Stands in for <see cref="ThreadPool"/>. There are as many workers as there is work.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Pool
{
    public static bool QueueUserWorkItem(WaitCallback callBack) => QueueUserWorkItem(callBack, null);

    public static bool QueueUserWorkItem(WaitCallback callBack, object? state)
    {
        ArgumentNullException.ThrowIfNull(callBack);
        return Queue(() => callBack(state));
    }

    public static bool QueueUserWorkItem<TState>(Action<TState> callBack, TState state, bool preferLocal)
    {
        ArgumentNullException.ThrowIfNull(callBack);
        return Queue(() => callBack(state));
    }

    public static bool UnsafeQueueUserWorkItem(WaitCallback callBack, object? state) => QueueUserWorkItem(callBack, state);

    public static bool UnsafeQueueUserWorkItem<TState>(Action<TState> callBack, TState state, bool preferLocal) =>
        QueueUserWorkItem(callBack, state, preferLocal);

    public static bool UnsafeQueueUserWorkItem(IThreadPoolWorkItem callBack, bool preferLocal)
    {
        ArgumentNullException.ThrowIfNull(callBack);
        return Queue(callBack.Execute);
    }

    private static bool Queue(Action work)
    {
        Stage stage = Stage.Current;
        stage.ThrowIfEnding();
        Worker worker = stage.NewWorker(WorkerKind.PoolItem, "work item");
        stage.QueueWork(() => stage.Perform(worker, work));
        return true;
    }
}
