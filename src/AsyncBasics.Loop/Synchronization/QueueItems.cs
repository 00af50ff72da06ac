namespace AsyncBasics;

/// <summary>What is in a <see cref="LoopQueue{T}"/>, and which of it comes out first.</summary>
internal abstract class QueueItems<T>
{
    public abstract int Count { get; }

    public abstract void Add(T item);

    public abstract T Take();
}
