namespace AsyncBasics;

/// <summary>
/// A future was asked for something that its state does not allow: a result that is not there yet, or a second result
/// (<c>asyncio.InvalidStateError</c>).
/// </summary>
public sealed class InvalidStateException : InvalidOperationException
{
    /// <summary>Makes the exception with its message.</summary>
    public InvalidStateException(string message)
        : base(message)
    {
    }
}
