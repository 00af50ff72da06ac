namespace AsyncBasics;

/// <summary>
/// Nothing on the loop is ready, no timer is set and no work is pending elsewhere, but somebody still waits: nothing could ever
/// wake them. asyncio hangs here.
/// </summary>
public sealed class DeadlockException : InvalidOperationException
{
    internal DeadlockException(IReadOnlyList<string> waiters)
        : base(Describe(waiters)) => Waiters = waiters;

    /// <summary>One line for each task that waits, in the order of their creation: who, in which coroutine, for what.</summary>
    public IReadOnlyList<string> Waiters { get; }

    private static string Describe(IReadOnlyList<string> waiters)
    {
        const string What = "Deadlock: nothing is ready, no timer is set and nothing is pending elsewhere.";
        const string Hint = "If another thread will still post to the loop, say so with EventLoop.Hold().";
        return string.Join(Environment.NewLine, [What, .. WaiterListing.Lines(waiters), Hint]);
    }
}
