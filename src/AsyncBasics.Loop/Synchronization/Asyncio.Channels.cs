namespace AsyncBasics;

/// <content>Channels.</content>
public static partial class Asyncio
{
    /// <summary>
    /// Opens a channel between tasks: what is sent into one end comes out of the other (trio's <c>open_memory_channel</c>). Each end
    /// is closed for itself, and the other side notices, so that nobody waits for a value that will not come.
    /// </summary>
    /// <param name="capacity">
    /// How many values may be on their way. With 0 each sender waits until a receiver takes its value; with
    /// <see cref="int.MaxValue"/> none ever waits.
    /// </param>
    /// <param name="name">What reports call it; nothing by default.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is negative.</exception>
    public static (SendChannel<T> Sender, ReceiveChannel<T> Receiver) OpenChannel<T>(int capacity, string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        var channel = new LoopChannel<T>(capacity) { Name = name };
        return (new SendChannel<T>(channel), new ReceiveChannel<T>(channel));
    }
}
