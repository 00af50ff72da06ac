namespace AsyncBasics;

/// <summary>The tasks of a loop that have not ended. A task knows its slot, so that adding and removing are O(1).</summary>
internal sealed class TaskRegistry
{
    private readonly SlotTable<LoopTask> _tasks = new();

    public int Count => _tasks.Count;

    public void Add(LoopTask task) => task.Slot = _tasks.Add(task);

    public void Remove(LoopTask task) => _tasks.Remove(task.Slot);

    /// <summary>
    /// Gives the task another slot. The one that it had stays empty until it is given free: so a timer that was set for the task and does not
    /// count any more finds nobody.
    /// </summary>
    public void Move(LoopTask task)
    {
        _tasks.TakeOut(task.Slot);
        Add(task);
    }

    /// <summary>Gives a slot free that a task has left.</summary>
    public void Free(int slot) => _tasks.Free(slot);

    /// <summary>The task in the slot, if there is one.</summary>
    public LoopTask? At(int slot) => _tasks.TryGet(slot, out LoopTask? task) ? task : null;

    /// <inheritdoc cref="SlotTable{T}.PrefetchSlot"/>
    public void PrefetchSlot(int slot) => _tasks.PrefetchSlot(slot);

    /// <inheritdoc cref="SlotTable{T}.PrefetchItem"/>
    public void PrefetchTask(int slot) => _tasks.PrefetchItem(slot);

    /// <summary>The tasks in the order in which they were created.</summary>
    public LoopTask[] InOrder()
    {
        var tasks = new LoopTask[Count];
        int count = 0;
        for (int slot = 0; slot < _tasks.End; slot++)
        {
            if (At(slot) is { } task)
            {
                tasks[count++] = task;
            }
        }

        Array.Sort(tasks, static (a, b) => a.Number.CompareTo(b.Number));
        return tasks;
    }
}
