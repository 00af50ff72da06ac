using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AsyncBasics;

/// <summary>What a gather waits for, in the order of its arguments.</summary>
/// <remarks>The array is rented, because one that is large would only be taken back by a full collection.</remarks>
internal sealed class GatheredChildren(int count)
{
    private Future[] _items = ArrayPool<Future>.Shared.Rent(Math.Max(count, 1));
    private FirstSteps? _lastSteps;
    private int _readyEnd;

    public int Count { get; private set; }

    public Span<Future> Items => _items.AsSpan(0, Count);

    public Future this[int index] => _items[index];

    /// <summary>Those that have not ended.</summary>
    public IEnumerable<Future> Pending => _items.Take(Count).Where(static child => !child.Done);

    public void Add(Future child)
    {
        int index = Count;
        if (index == _items.Length)
        {
            Grow();
        }

        // Its type is known: to store it without a look at the array's saves a call.
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_items), index) = child;
        Count = index + 1;
    }

    /// <summary>Adds a task that has not begun, and queues its first step: with that of the one before it, if nothing has come between.</summary>
    public void AddToStart(LoopTask child, EventLoop loop)
    {
        if (_lastSteps is null || _lastSteps.IsOver || _lastSteps.End != Count || loop.ReadyEnd != _readyEnd)
        {
            _lastSteps = new FirstSteps(this, Count);
            loop.ScheduleFirstSteps(_lastSteps);
            _readyEnd = loop.ReadyEnd;
        }

        Add(child);
        _lastSteps.End = Count;
    }

    /// <summary>
    /// Called when the gather has ended. By then its tasks have all begun, for their first steps stand in the ready queue before whatever can
    /// end it.
    /// </summary>
    public void LetGo()
    {
        Return();
        (_items, Count) = ([], 0);
    }

    /// <summary>Called when the gather has ended instead of <see cref="LetGo"/>, by one who keeps the array.</summary>
    public Future[] TakeArray()
    {
        Future[] items = _items;
        (_items, Count) = ([], 0);
        return items;
    }

    private void Grow()
    {
        Future[] larger = ArrayPool<Future>.Shared.Rent(Count * 2);
        Items.CopyTo(larger);
        Return();
        _items = larger;
    }

    private void Return()
    {
        Items.Clear();
        ArrayPool<Future>.Shared.Return(_items);
    }
}
