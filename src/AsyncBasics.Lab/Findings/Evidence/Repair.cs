namespace AsyncBasics.Lab;

/// <summary>A change to a run: what would have been different, had the program been written otherwise.</summary>
internal sealed class Repair
{
    /// <summary>Blocking calls that only wait, and leave the loop to the others: lane and number of the segment.</summary>
    public HashSet<(int Lane, int Segment)> Released { get; } = [];

    /// <summary>What would not have been done at all: lane and number of the segment.</summary>
    public HashSet<(int Lane, int Segment)> Skipped { get; } = [];

    /// <summary>What would have been begun together.</summary>
    public HashSet<Overlap> Overlaps { get; } = [];

    public bool IsEmpty => Released.Count == 0 && Skipped.Count == 0 && Overlaps.Count == 0;

    public void Add(Repair other)
    {
        Released.UnionWith(other.Released);
        Skipped.UnionWith(other.Skipped);
        Overlaps.UnionWith(other.Overlaps);
    }
}

/// <summary>Stretches of one lane, next to each other, that would have been begun together.</summary>
/// <param name="Lane">The lane.</param>
/// <param name="Branches">The stretches in order, without gaps between them.</param>
internal sealed record Overlap(int Lane, IReadOnlyList<Branch> Branches)
{
    public int First => Branches[0].First;

    public int Last => Branches[^1].Last;
}

/// <summary>A stretch of a lane.</summary>
/// <param name="First">The number of its first segment.</param>
/// <param name="Last">The number of its last segment.</param>
/// <param name="After">The branches that have to have ended before it can begin: indices into <see cref="Overlap.Branches"/>.</param>
internal sealed record Branch(int First, int Last, IReadOnlyList<int> After);
