using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>One turn on the loop: a task's when there is no argument, a <see cref="ReadyCallback"/>'s otherwise.</summary>
internal readonly record struct ReadyItem(object Target, object? Argument);

/// <summary>Turns in the order in which they were asked for.</summary>
internal sealed class ReadyQueue
{
    /// <summary>Most turns are those of tasks, and take eight bytes. An empty place stands for the next of the calls.</summary>
    private readonly BlockQueue<Place> _turns = new();
    private readonly BlockQueue<ReadyItem> _calls = new();

    public int Count { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enqueue(LoopTask task)
    {
        _turns.Enqueue(new Place(task));
        Count++;
    }

    public void Enqueue(ReadyCallback callback, object argument)
    {
        _calls.Enqueue(new ReadyItem(callback, argument));
        _turns.Enqueue(default);
        Count++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadyItem Dequeue()
    {
        Count--;
        LoopTask? task = _turns.Dequeue().Task;
        return task is not null ? new ReadyItem(task, null) : _calls.Dequeue();
    }

    private readonly record struct Place(LoopTask? Task);
}
