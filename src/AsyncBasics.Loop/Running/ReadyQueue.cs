using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>
/// One turn on the loop: a task's when there is no argument, a <see cref="ReadyCallback"/>'s otherwise, or several when it is its own argument.
/// </summary>
internal readonly record struct ReadyItem(object Target, object? Argument);

/// <summary>Turns in the order in which they were asked for.</summary>
internal sealed class ReadyQueue
{
    /// <summary>Most turns are those of tasks, and take eight bytes. An empty place stands for the next of the calls.</summary>
    private BlockQueue<Place> _turns = new();
    private BlockQueue<ReadyItem> _calls = new();

    /// <summary>How many have been queued so far, and how many of those have been taken. Both wrap around.</summary>
    private int _queued;
    private int _taken;

    public int Count => _queued - _taken;

    /// <summary>Where the queue ends, as a number that goes up with each turn.</summary>
    public int End => _queued;

    /// <summary>Whether something is left that was queued before the queue ended at <paramref name="end"/>.</summary>
    public bool HasBefore(int end) => end - _taken > 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enqueue(LoopTask task)
    {
        _turns.Enqueue(new Place(task));
        _queued++;
    }

    public void Enqueue(ReadyCallback callback, object argument) => Enqueue(new ReadyItem(callback, argument));

    /// <summary>Queues what stands for the turns of several tasks.</summary>
    public void Enqueue(FirstSteps steps) => Enqueue(new ReadyItem(steps, steps));

    /// <summary>Takes the next turn.</summary>
    /// <returns>Whose it is; <see langword="null"/> when it is that of the next of the calls, which is to be taken then.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LoopTask? Dequeue()
    {
        _taken++;
        return _turns.Dequeue().Task;
    }

    /// <summary>Takes the call whose turn it is.</summary>
    public ReadyItem DequeueCall() => _calls.Dequeue();

    private void Enqueue(ReadyItem call)
    {
        _calls.Enqueue(call);
        _turns.Enqueue(default);
        _queued++;
    }

    private readonly record struct Place(LoopTask? Task);
}
