namespace AsyncBasics.Lab;

/// <summary>A lane that cannot go on any more.</summary>
/// <param name="Lane">Which: an index into <see cref="Timeline.Lanes"/>.</param>
/// <param name="Text">What keeps it, to follow its name: <c>waits for a semaphore</c>, <c>blocks until Slow has ended</c>.</param>
/// <param name="Place">Where in the source, if that is known.</param>
public sealed record StuckLane(int Lane, string Text, SourcePlace? Place);
