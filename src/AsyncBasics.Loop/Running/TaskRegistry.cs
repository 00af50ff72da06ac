namespace AsyncBasics;

/// <summary>The tasks of a loop that have not ended. A task knows its slot, so that adding and removing are O(1).</summary>
internal sealed class TaskRegistry
{
    private LoopTask[] _tasks = new LoopTask[16];

    public int Count { get; private set; }

    public void Add(LoopTask task)
    {
        if (Count == _tasks.Length)
        {
            Array.Resize(ref _tasks, Count * 2);
        }

        task.Slot = Count;
        _tasks[Count++] = task;
    }

    public void Remove(LoopTask task)
    {
        LoopTask last = _tasks[--Count];
        _tasks[task.Slot] = last;
        last.Slot = task.Slot;
        _tasks[Count] = null!;
    }

    /// <summary>The tasks in the order in which they were created.</summary>
    public LoopTask[] InOrder()
    {
        LoopTask[] tasks = _tasks[..Count];
        Array.Sort(tasks, static (a, b) => a.Number.CompareTo(b.Number));
        return tasks;
    }
}
