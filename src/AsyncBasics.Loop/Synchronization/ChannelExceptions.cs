namespace AsyncBasics;

/// <summary>Nobody can receive any more: the last receiving end of the channel was closed (trio's <c>BrokenResourceError</c>).</summary>
public sealed class BrokenChannelException()
    : InvalidOperationException("The channel is broken: its last receiving end was closed.");

/// <summary>This end of the channel was closed by its own user (trio's <c>ClosedResourceError</c>).</summary>
public sealed class ClosedChannelException()
    : InvalidOperationException("This end of the channel was closed.");

/// <summary>
/// Nothing will come any more: the last sending end of the channel was closed and everything was received (trio's
/// <c>EndOfChannel</c>).
/// </summary>
public sealed class EndOfChannelException()
    : InvalidOperationException("The channel has ended: its last sending end was closed and everything was received.");
