namespace AsyncBasics;

/// <summary>The tasks of a loop that have not ended. A task knows its slot, so that adding and removing are O(1).</summary>
/// <remarks>
/// Those that a gather has made stand in the gather's own list instead, and their slots say where: see <see cref="HeldSlot"/>.
/// </remarks>
internal sealed class TaskRegistry
{
    /// <summary>The slot of a task that has none.</summary>
    public const int NoSlot = -1;

    private readonly SlotTable<LoopTask> _tasks = new();
    private readonly SlotTable<GatheredChildren> _lists = new();

    /// <summary>How many lists have tasks whose gather has failed. Only they have to know which tasks end, and mostly there is none.</summary>
    private int _listsLeft;

    public int Count => InOrder().Length;

    /// <summary>How many lists hold tasks, or held one for which a timer is still set.</summary>
    public int Lists => _lists.Items.Count();

    public void Add(LoopTask task) => task.Slot = _tasks.Add(task);

    /// <summary>Adds a list of tasks.</summary>
    /// <returns>Its number, by which it is removed.</returns>
    public int Add(GatheredChildren list) => _lists.Add(list);

    /// <summary>Removes a list when none of its tasks is left, and no timer.</summary>
    public void RemoveList(int number) => _lists.Remove(number);

    /// <summary>The gather of a list has failed while tasks in it go on.</summary>
    public void ListIsLeft() => _listsLeft++;

    /// <summary>The last of those tasks has ended.</summary>
    public void LeftListIsEmpty() => _listsLeft--;

    /// <summary>Removes a task that has ended.</summary>
    public void Remove(LoopTask task)
    {
        int slot = task.Slot;
        task.Slot = NoSlot;
        if (HeldSlot.Is(slot))
        {
            LeaveList(slot);
        }
        else if (slot != NoSlot)
        {
            _tasks.Remove(slot);
        }
    }

    /// <summary>
    /// Gives the task another slot. The one that it had is nobody's until it is given free: so a timer that was set for the task and does not
    /// count any more finds nobody.
    /// </summary>
    public void Move(LoopTask task)
    {
        int slot = task.Slot;
        Add(task);
        if (HeldSlot.Is(slot))
        {
            ListOf(slot).TimerIsLeft();
            LeaveList(slot);
        }
        else
        {
            _tasks.TakeOut(slot);
        }
    }

    /// <summary>Gives a slot free that a task has left.</summary>
    public void Free(int slot)
    {
        if (HeldSlot.Is(slot))
        {
            ListOf(slot).LeftTimerIsGone();
        }
        else
        {
            _tasks.Free(slot);
        }
    }

    /// <summary>The task in the slot, if there is one.</summary>
    public LoopTask? At(int slot) =>
        HeldSlot.Is(slot) ? ListOf(slot).TaskIn(slot)
        : _tasks.TryGet(slot, out LoopTask? task) ? task
        : null;

    /// <inheritdoc cref="SlotTable{T}.Prefetch"/>
    public void Prefetch(int slot)
    {
        if (HeldSlot.Is(slot))
        {
            ListOf(slot).Prefetch(HeldSlot.IndexOf(slot));
        }
        else
        {
            _tasks.Prefetch(slot);
        }
    }

    /// <summary>The tasks in the order in which they were created.</summary>
    public LoopTask[] InOrder()
    {
        List<LoopTask> tasks = [.. _tasks.Items, .. _lists.Items.SelectMany(static list => list.HeldTasks)];
        return [.. tasks.OrderBy(static task => task.Number)];
    }

    private void LeaveList(int slot)
    {
        if (_listsLeft > 0)
        {
            ListOf(slot).TaskLeaves(HeldSlot.IndexOf(slot));
        }
    }

    private GatheredChildren ListOf(int slot) => _lists[HeldSlot.ListOf(slot)];
}
