namespace AsyncBasics;

/// <summary>
/// The members of a group in the order in which they came. One that has ended is only counted out; the list is swept when half of it
/// has, so that a group of a million costs the same for each.
/// </summary>
internal sealed class GroupMembers
{
    private const int FewTasks = 16;

    private readonly List<LoopTask> _tasks = [];

    /// <summary>How many have not ended, or have ended but not been counted out yet.</summary>
    public int Count { get; private set; }

    public void Add(LoopTask task)
    {
        _tasks.Add(task);
        Count++;
    }

    public void CountOut()
    {
        Count--;
        if (_tasks.Count > FewTasks && Count * 2 < _tasks.Count)
        {
            _tasks.RemoveAll(static task => task.Done);
        }
    }

    public LoopTask[] Pending() => [.. _tasks.Where(static task => !task.Done)];
}
