using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>One turn on the loop: a task's when there is no argument, a <see cref="ReadyCallback"/>'s otherwise.</summary>
internal readonly record struct ReadyItem(object Target, object? Argument);

/// <summary>Turns in the order in which they were asked for.</summary>
internal sealed class ReadyQueue
{
    /// <summary>Most turns are those of tasks, and take eight bytes. An empty place stands for the next of the calls.</summary>
    private BlockQueue<Place> _turns = new();
    private BlockQueue<ReadyItem> _calls = new();

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

    /// <summary>Takes the next turn.</summary>
    /// <returns>Whose it is; <see langword="null"/> when it is that of the next of the calls, which is to be taken then.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LoopTask? Dequeue()
    {
        Count--;
        return _turns.Dequeue().Task;
    }

    /// <summary>Takes the call whose turn it is.</summary>
    public ReadyItem DequeueCall() => _calls.Dequeue();

    private readonly record struct Place(LoopTask? Task);
}
