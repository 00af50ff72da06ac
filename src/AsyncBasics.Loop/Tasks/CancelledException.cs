namespace AsyncBasics;

/// <summary>Thrown into a coroutine at the place where it waits when its task is cancelled (<c>asyncio.CancelledError</c>).</summary>
/// <remarks>
/// In Python <c>except Exception</c> lets a cancellation pass; in C# <c>catch (Exception)</c> catches it. Write
/// <c>catch (Exception e) when (e is not OperationCanceledException)</c> where a task should stay cancellable.
/// </remarks>
public sealed class CancelledException : OperationCanceledException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="reason">Why, if it was said.</param>
    public CancelledException(CancelReason? reason = null)
        : base("cancelled") => Reason = reason;

    /// <summary>The reason in words. Few cancellations are ever read.</summary>
    public override string Message => Reason?.ToString() ?? "cancelled";

    /// <summary>Why, if it was said.</summary>
    public CancelReason? Reason { get; }
}
