namespace AsyncBasics;

/// <summary>There is nothing in the queue that could be had without waiting (<c>asyncio.QueueEmpty</c>).</summary>
public sealed class QueueEmptyException() : InvalidOperationException("The queue is empty.");
