using Microsoft.CodeAnalysis;

namespace AsyncBasics.Lab;

/// <summary>How often and how long a place in the source held the loop, and who had to wait for it.</summary>
internal sealed record Holds
{
    private static readonly TimeSpan s_instant = TimeSpan.FromMilliseconds(1);

    /// <summary>The lanes that held it.</summary>
    public required IReadOnlyList<int> Lanes { get; init; }

    /// <summary>The lanes that could have run meanwhile.</summary>
    public required IReadOnlyList<int> Starved { get; init; }

    /// <summary>What would have been, had it let the others run.</summary>
    public required Repair Repair { get; init; }

    /// <summary>For how long, altogether.</summary>
    public required string Total { get; init; }

    /// <summary>Who suffered, as the end of a sentence.</summary>
    public required string Victims { get; init; }

    /// <returns><see langword="null"/> when the loop was never held there.</returns>
    public static Holds? At(SyntaxNode node, RunFacts run)
    {
        (int Lane, int Segment)[] blocks = [.. run.SegmentsAt(node).Where(one => run[one].Kind == SegmentKind.Blocked && !run.Lanes[one.Lane].IsWorker)];
        if (blocks.Length == 0)
        {
            return null;
        }

        var repair = new Repair();
        repair.Released.UnionWith(blocks);
        int[] lanes = [.. blocks.Select(one => one.Lane).Distinct()];
        (int Lane, TimeSpan Time)[] starved =
        [
            .. Enumerable.Range(0, run.Lanes.Count)
                .Select(lane => (Lane: lane, Time: StarvedBy(run.Lanes[lane], lane, blocks, run)))
                .Where(one => one.Time > s_instant),
        ];
        return new Holds
        {
            Lanes = [.. lanes, .. starved.Select(one => one.Lane).Except(lanes)],
            Starved = [.. starved.Select(one => one.Lane)],
            Repair = repair,
            Total = DurationText.Total(TimeSpan.FromTicks(blocks.Sum(one => run[one].Duration.Ticks))),
            Victims = VictimsOf(starved, run),
        };
    }

    /// <summary>How long a lane could have run and was kept from it by these blocks.</summary>
    private static TimeSpan StarvedBy(Lane lane, int number, (int Lane, int Segment)[] blocks, RunFacts run)
    {
        long ticks = 0;
        foreach (Segment ready in lane.Segments.Where(segment => segment.Kind == SegmentKind.Ready))
        {
            foreach (Segment block in blocks.Where(one => one.Lane != number).Select(one => run[one]))
            {
                TimeSpan start = ready.Start > block.Start ? ready.Start : block.Start;
                TimeSpan end = ready.End < block.End ? ready.End : block.End;
                ticks += Math.Max(0, (end - start).Ticks);
            }
        }

        return TimeSpan.FromTicks(ticks);
    }

    private static string VictimsOf((int Lane, TimeSpan Time)[] starved, RunFacts run)
    {
        switch (starved)
        {
            case []:
                return ", though nobody else wanted to run.";
            case [var only]:
                bool couldNotStart = run.Lanes[only.Lane].Segments is [{ Kind: SegmentKind.Ready }, ..];
                return couldNotStart
                    ? $": {run.Lanes[only.Lane].Name} could not even start for {DurationText.Total(only.Time)}."
                    : $": {run.Lanes[only.Lane].Name} could have gone on {DurationText.Total(only.Time)} earlier.";
            default:
                string names = NamesOf([.. starved.Select(one => run.Lanes[one.Lane].Name)]);
                bool noneStarted = Array.TrueForAll(starved, one => run.Lanes[one.Lane].Segments is [{ Kind: SegmentKind.Ready }, ..]);
                return noneStarted ? $": {names} could not even start." : $": {names} had to wait for their turn.";
        }
    }

    public static string NamesOf(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "nobody",
        1 => names[0],
        <= 4 => $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}",
        _ => $"{string.Join(", ", names.Take(3))} and {names.Count - 3} others",
    };
}
