namespace AsyncBasics;

/// <summary>
/// The barrier was aborted, or reset while tasks waited at it (<c>asyncio.BrokenBarrierError</c>): the tasks that were to come
/// together will not.
/// </summary>
public sealed class BrokenBarrierException(string message) : InvalidOperationException(message);
