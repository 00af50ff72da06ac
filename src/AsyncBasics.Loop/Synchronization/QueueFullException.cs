namespace AsyncBasics;

/// <summary>There is no room in the queue that could be had without waiting (<c>asyncio.QueueFull</c>).</summary>
public sealed class QueueFullException() : InvalidOperationException("The queue is full.");
