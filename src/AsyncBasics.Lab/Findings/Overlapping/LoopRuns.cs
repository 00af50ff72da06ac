using Microsoft.CodeAnalysis;

namespace AsyncBasics.Lab;

/// <summary>Finds in a run the rounds of a loop, and what they would have done had they all begun together.</summary>
internal static class LoopRuns
{
    /// <summary>The change of the run in which all rounds begin together.</summary>
    public static Repair RepairOf(AwaitLoop loop, RunFacts run)
    {
        var repair = new Repair();
        ILookup<int, (int Work, int Segment)> byLane = Enumerable.Range(0, loop.Works.Count)
            .SelectMany(work => run.SegmentsAt(loop.Works[work].Await.Syntax).Select(one => (one.Lane, Work: work, one.Segment)))
            .OrderBy(one => one.Segment)
            .ToLookup(one => one.Lane, one => (one.Work, one.Segment));
        foreach (IGrouping<int, (int Work, int Segment)> lane in byLane)
        {
            foreach (List<(int Work, int Segment)> time in Times(lane.Key, lane, loop.Loop.Syntax, run))
            {
                List<Branch> rounds = Rounds(time);
                if (rounds.Count > 1)
                {
                    repair.Overlaps.Add(new Overlap(lane.Key, rounds));
                }
            }
        }

        return repair;
    }

    /// <summary>Each time that the lane came through the loop: between two times it waited somewhere else.</summary>
    private static IEnumerable<List<(int Work, int Segment)>> Times(int lane, IEnumerable<(int Work, int Segment)> segments, SyntaxNode loop, RunFacts run)
    {
        List<(int Work, int Segment)> time = [];
        foreach ((int Work, int Segment) one in segments)
        {
            if (time.Count > 0 && Enumerable.Range(time[^1].Segment + 1, one.Segment - time[^1].Segment - 1).Any(between => IsOutside(lane, between, loop, run)))
            {
                yield return time;
                time = [];
            }

            time.Add(one);
        }

        yield return time;
    }

    private static bool IsOutside(int lane, int segment, SyntaxNode loop, RunFacts run)
    {
        if (run.PlaceOf(lane, segment) is not { } place)
        {
            return false;
        }

        FileLinePositionSpan span = loop.SyntaxTree.GetLineSpan(loop.Span);
        return place.File != span.Path || place.Line - 1 < span.StartLinePosition.Line || place.Line - 1 > span.EndLinePosition.Line;
    }

    private static List<Branch> Rounds(List<(int Work, int Segment)> time)
    {
        List<Branch> rounds = [];
        int first = time[0].Segment;
        for (int i = 0; i < time.Count; i++)
        {
            bool isLast = i + 1 == time.Count || time[i + 1].Work <= time[i].Work;
            if (isLast)
            {
                rounds.Add(new Branch(first, time[i].Segment, []));
                first = time[i].Segment + 1;
            }
        }

        return rounds;
    }
}
