namespace AsyncBasics;

/// <summary>The queue was shut down: it takes no more, or has no more to give (<c>asyncio.QueueShutDown</c>, 3.13).</summary>
public sealed class QueueShutDownException() : InvalidOperationException("The queue was shut down.");
