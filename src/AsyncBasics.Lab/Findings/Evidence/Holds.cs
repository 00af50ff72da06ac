using Microsoft.CodeAnalysis;

namespace AsyncBasics.Lab;

/// <summary>How often and how long a place in the source held the loop, and who had to wait for it.</summary>
internal sealed record Holds
{
    private static readonly TimeSpan s_instant = TimeSpan.FromMilliseconds(1);

    /// <summary>On the real clock some time goes by between being ready and running, whoever blocks.</summary>
    private static readonly TimeSpan s_jitter = TimeSpan.FromMilliseconds(20);

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

    /// <param name="node">The place.</param>
    /// <param name="run">The run.</param>
    /// <returns><see langword="null"/> when the loop was never held there.</returns>
    /// <param name="function">Where the place of a blocking call is not known, it is the only one of its function that it can be.</param>
    public static Holds? At(SyntaxNode node, RunFacts run, Function? function = null)
    {
        IEnumerable<(int Lane, int Segment)> segments = function is null ? run.SegmentsAt(node) : run.BlocksIn(function);
        (int Lane, int Segment)[] blocks = [.. segments.Where(one => run[one].Kind == SegmentKind.Blocked && !run.Lanes[one.Lane].IsWorker)];
        if (blocks.Length == 0)
        {
            return null;
        }

        var repair = new Repair();
        repair.Released.UnionWith(blocks);
        int[] lanes = [.. blocks.Select(one => one.Lane).Distinct()];
        WhatIf without = WhatIf.Run(run.Timeline, repair);
        TimeSpan instant = run.Report.IsVirtual ? s_instant : s_jitter;
        int[] late = [.. Enumerable.Range(0, run.Lanes.Count).Where(lane => without.StartOf(lane) < run.Lanes[lane].Start - instant)];
        int[] unbegun = [.. late.Where(lane => run.Lanes[lane].Parent is not { } parent || !late.Contains(parent))];
        (int Lane, TimeSpan Time)[] starved =
        [
            .. Enumerable.Range(0, run.Lanes.Count)
                .Select(lane => (Lane: lane, Time: StarvedBy(run.Lanes[lane], lane, blocks, run)))
                .Where(one => one.Time > instant && !run.Lanes[one.Lane].IsWorker && !unbegun.Contains(one.Lane)),
        ];
        int[] victims = [.. unbegun.Concat(starved.Select(one => one.Lane)).Order()];
        return new Holds
        {
            Lanes = [.. lanes.Union(victims).Order()],
            Starved = victims,
            Repair = repair,
            Total = DurationText.Total(TimeSpan.FromTicks(blocks.Sum(one => run[one].Duration.Ticks))),
            Victims = VictimsOf(unbegun, starved, run),
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

    private static string VictimsOf(int[] unbegun, (int Lane, TimeSpan Time)[] starved, RunFacts run)
    {
        // Who was made and did not come to run before has not started either.
        int[] unstarted = [.. unbegun.Concat(starved.Select(one => one.Lane).Where(lane => HadToWaitToStart(run.Lanes[lane]))).Order()];
        if (unstarted.Length > 0)
        {
            return $": {NameList.Of([.. unstarted.Select(lane => run.Lanes[lane].Name)])} could not even start.";
        }

        return starved switch
        {
            [] => ", though nobody else wanted to run.",
            [var only] => $": {run.Lanes[only.Lane].Name} could have gone on {DurationText.Total(only.Time)} earlier.",
            _ => $": {NameList.Of([.. starved.Select(one => run.Lanes[one.Lane].Name)])} had to wait for their turn.",
        };
    }

    private static bool HadToWaitToStart(Lane lane) =>
        lane.Segments is [{ Kind: SegmentKind.Ready } first, ..] && (lane.Steps.Count == 0 || lane.Steps[0] >= first.End);

    /// <summary>Two names in a sentence in which the second one is told of before the first: where they are the same, by their order.</summary>
    public static (string First, string Second) Apart(string first, string second) =>
        first == second ? ("the first", $"The second {second}") : (first, second);
}
