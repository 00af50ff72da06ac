namespace AsyncBasics.Lab;

/// <summary>Something that happened in a run at one time on one lane: a step of a replay.</summary>
/// <param name="Time">When, since the beginning.</param>
/// <param name="Lane">On which lane: an index into <see cref="Timeline.Lanes"/>.</param>
/// <param name="Caption">What, in one sentence.</param>
public sealed record Moment(TimeSpan Time, int Lane, string Caption)
{
    /// <summary>Where in the source, if that is known.</summary>
    public SourcePlace? Place { get; init; }

    /// <summary>How many lines of <see cref="RunReplay.Output"/> have been written when it is over.</summary>
    public int LinesWritten { get; init; }
}
