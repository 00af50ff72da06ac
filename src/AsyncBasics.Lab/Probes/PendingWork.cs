namespace AsyncBasics.Lab;

/// <summary>Work for another thread.</summary>
/// <param name="Subject">Its index among the trace's subjects.</param>
/// <param name="Name">What it is called when nothing tells more.</param>
/// <param name="Creator">Who gave it away.</param>
/// <param name="Site">The call that did.</param>
internal sealed record PendingWork(int Subject, string Name, int Creator, int Site)
{
    /// <summary>How many steps the run had taken when it began.</summary>
    public long BegunAfter { get; init; }
}
