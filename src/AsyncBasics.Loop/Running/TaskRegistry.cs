namespace AsyncBasics;

/// <summary>The tasks of a loop that have not ended. A task knows its slot, so that adding and removing are O(1).</summary>
internal sealed class TaskRegistry
{
    /// <summary>The slot of a task that has none: somebody holds it.</summary>
    public const int NoSlot = -1;

    private readonly SlotTable<LoopTask> _tasks = new();
    private readonly SlotTable<ITaskHolder> _holders = new();

    public int Count => InOrder().Length;

    /// <summary>How many hold tasks.</summary>
    public int Holders => _holders.Items.Count();

    public void Add(LoopTask task) => task.Slot = _tasks.Add(task);

    /// <summary>Adds one who holds tasks that have no slot.</summary>
    /// <returns>The number by which it is removed.</returns>
    public int Add(ITaskHolder holder) => _holders.Add(holder);

    /// <summary>Removes a task that has ended.</summary>
    public void Remove(LoopTask task)
    {
        if (task.Slot != NoSlot)
        {
            _tasks.Remove(task.Slot);
            task.Slot = NoSlot;
        }
    }

    /// <summary>Removes one who holds tasks, when these have ended.</summary>
    public void RemoveHolder(int number) => _holders.Remove(number);

    /// <summary>As <see cref="RemoveHolder"/>, before they have ended: each gets a slot.</summary>
    public void ReplaceHolder(int number, ITaskHolder holder)
    {
        foreach (LoopTask task in holder.Tasks)
        {
            Add(task);
        }

        RemoveHolder(number);
    }

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
        List<LoopTask> tasks = [.. _tasks.Items, .. _holders.Items.SelectMany(static holder => holder.Tasks)];
        return [.. tasks.Distinct().OrderBy(static task => task.Number)];
    }
}
