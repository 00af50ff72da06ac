using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AsyncBasics;

/// <summary>
/// What a gather waits for, in the order of its arguments. The tasks among it that the gather has made itself are held here, and not among all
/// tasks: the loop knows the list instead (<see cref="TaskRegistry"/>), until they have ended and no timer of theirs is left.
/// </summary>
/// <remarks>The array is rented, because one that is large would only be taken back by a full collection.</remarks>
internal sealed class GatheredChildren(EventLoop loop, int count)
{
    private const int NoNumber = -1;

    private Future?[] _items = ArrayPool<Future?>.Shared.Rent(Math.Max(count, 1));
    private FirstSteps? _lastSteps;
    private int _readyEnd;

    /// <summary>The list's number among those of the loop, once it holds tasks.</summary>
    private int _number = NoNumber;
    private bool _isOver;

    /// <summary>How many tasks had not ended when the gather did, and have not yet.</summary>
    private int _tasksLeft;

    /// <summary>How many timers do not count any more, and still stand in the queue.</summary>
    private int _timersLeft;

    public int Count { get; private set; }

    public Span<Future> Items => _items.AsSpan(0, Count)!;

    public Future this[int index] => _items[index]!;

    /// <summary>Those that have not ended.</summary>
    public IEnumerable<Future> Pending => _items.Take(Count).OfType<Future>().Where(static child => !child.Done);

    /// <summary>The tasks that are held here and have not ended.</summary>
    public IEnumerable<LoopTask> HeldTasks
    {
        get
        {
            for (int index = 0; index < Count; index++)
            {
                if (_items[index] is LoopTask { Done: false } task && Holds(task, index))
                {
                    yield return task;
                }
            }
        }
    }

    public void Add(Future child)
    {
        int index = Count;
        if (index == _items.Length)
        {
            Grow();
        }

        Place(index) = child;
        Count = index + 1;
    }

    /// <summary>
    /// Adds a task that has not begun, to hold it, and queues its first step: with that of the one before it, if nothing has come between.
    /// </summary>
    public void AddToStart(LoopTask child)
    {
        if (_lastSteps is null || _lastSteps.IsOver || _lastSteps.End != Count || loop.ReadyEnd != _readyEnd)
        {
            QueueSteps();
        }

        child.Slot = HeldSlot.Of(_number, Count);
        if (child.Slot == TaskRegistry.NoSlot)
        {
            loop.Tasks.Add(child);
        }

        Add(child);
        _lastSteps!.End = Count;
    }

    /// <summary>
    /// Called when the gather has its results. By then its tasks have all begun, for their first steps stand in the ready queue before whatever can
    /// end it.
    /// </summary>
    public void LetGo()
    {
        Return();
        TakeArray();
    }

    /// <summary>As <see cref="LetGo"/>, for one who keeps the array.</summary>
    public Future?[] TakeArray()
    {
        Future?[] items = _items;
        (_items, Count) = ([], 0);
        _isOver = true;
        RemoveIfUnused();
        return items;
    }

    /// <summary>Called when the gather has failed. The tasks that have not ended stay until they have.</summary>
    public void Leave()
    {
        _isOver = true;
        for (int index = 0; index < Count; index++)
        {
            if (_items[index] is LoopTask { Done: false } task && Holds(task, index))
            {
                _tasksLeft++;
            }
            else
            {
                _items[index] = null;
            }
        }

        if (_tasksLeft == 0)
        {
            LetGo();
        }
        else
        {
            loop.Tasks.ListIsLeft();
        }
    }

    /// <summary>A task that is held here has ended, or has another place from now on.</summary>
    public void TaskLeaves(int index)
    {
        if (_isOver)
        {
            _items[index] = null;
            _tasksLeft--;
            if (_tasksLeft == 0)
            {
                loop.Tasks.LeftListIsEmpty();
                LetGo();
            }
        }
    }

    /// <summary>A timer of a task that is held here does not count any more.</summary>
    public void TimerIsLeft() => _timersLeft++;

    /// <summary>Such a timer is gone.</summary>
    public void LeftTimerIsGone()
    {
        _timersLeft--;
        RemoveIfUnused();
    }

    /// <summary>The task with the number, if it is held here.</summary>
    public LoopTask? TaskIn(int slot)
    {
        int index = HeldSlot.IndexOf(slot);
        if (index >= Count)
        {
            return null;
        }

        // What has such a number is a task.
        LoopTask? task = Unsafe.As<LoopTask?>(_items[index]);
        return task?.Slot == slot ? task : null;
    }

    /// <inheritdoc cref="SlotTable{T}.Prefetch"/>
    public void Prefetch(int index)
    {
        if (index < Count)
        {
            Prefetching.Object(ref Place(index));
        }
    }

    /// <summary>What is stored is a future: to store it without a look at the array's type saves a call.</summary>
    private ref Future? Place(int index) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_items), index);

    private bool Holds(LoopTask task, int index) => task.Slot != TaskRegistry.NoSlot && task.Slot == HeldSlot.Of(_number, index);

    private void QueueSteps()
    {
        if (_number == NoNumber)
        {
            _number = loop.Tasks.Add(this);
        }

        _lastSteps = new FirstSteps(this, Count);
        loop.ScheduleFirstSteps(_lastSteps);
        _readyEnd = loop.ReadyEnd;
    }

    private void RemoveIfUnused()
    {
        if (_number != NoNumber && _isOver && _tasksLeft == 0 && _timersLeft == 0)
        {
            loop.Tasks.RemoveList(_number);
            _number = NoNumber;
        }
    }

    private void Grow()
    {
        Future?[] larger = ArrayPool<Future?>.Shared.Rent(Count * 2);
        _items.AsSpan(0, Count).CopyTo(larger);
        Return();
        _items = larger;
    }

    private void Return()
    {
        Items.Clear();
        ArrayPool<Future?>.Shared.Return(_items);
    }
}
