namespace AsyncBasics.Lab;

/// <summary>Finds in a run what a row of awaits did, and what it would have done had each begun as soon as it could.</summary>
internal static class RowRuns
{
    /// <summary>The change of the run in which all that need not wait begins together.</summary>
    public static Repair RepairOf(AwaitRow row, RunFacts run)
    {
        var repair = new Repair();
        ILookup<int, (int Work, int Segment)> byLane = Enumerable.Range(0, row.Works.Count)
            .SelectMany(work => run.SegmentsAt(row.Works[work].Await.Syntax).Select(one => (one.Lane, Work: work, one.Segment)))
            .OrderBy(one => one.Segment)
            .ToLookup(one => one.Lane, one => (one.Work, one.Segment));
        foreach (IGrouping<int, (int Work, int Segment)> lane in byLane)
        {
            foreach (List<(int Work, int Segment)> time in Times(lane))
            {
                if (Overlap(lane.Key, time, row) is { } overlap)
                {
                    repair.Overlaps.Add(overlap);
                }
            }
        }

        return repair;
    }

    /// <summary>Each time that the lane came through the row: when an earlier await comes up again, the next time has begun.</summary>
    private static IEnumerable<List<(int Work, int Segment)>> Times(IEnumerable<(int Work, int Segment)> segments)
    {
        List<(int Work, int Segment)> time = [];
        foreach ((int Work, int Segment) one in segments)
        {
            if (time.Count > 0 && (one.Work < time[^1].Work || (one.Work == time[^1].Work && one.Segment > time[^1].Segment + 2)))
            {
                yield return time;
                time = [];
            }

            time.Add(one);
        }

        yield return time;
    }

    private static Overlap? Overlap(int lane, List<(int Work, int Segment)> time, AwaitRow row)
    {
        int[] works = [.. time.Select(one => one.Work).Distinct()];
        Dictionary<int, int> lastSegments = time.GroupBy(one => one.Work).ToDictionary(work => work.Key, work => work.Max(one => one.Segment));
        List<Branch> branches = [];
        int next = time[0].Segment;
        foreach (int work in works)
        {
            // What lies between two awaits, such as a blocking call, comes before the second one.
            int last = lastSegments[work];
            branches.Add(new Branch(next, last, [.. LastNeeded(work, works.AsSpan(0, branches.Count), row)]));
            next = last + 1;
        }

        return branches.Count > 1 ? new Overlap(lane, branches) : null;
    }

    /// <summary>Of those before it that it needs, the ones that no other one of them needs, too: which of the branches they are.</summary>
    private static List<int> LastNeeded(int work, ReadOnlySpan<int> before, AwaitRow row)
    {
        List<int> needed = [];
        NumberSet known = new();
        for (int branch = before.Length - 1; branch >= 0; branch--)
        {
            if (row.Needs[work].Contains(before[branch]) && !known.Contains(before[branch]))
            {
                needed.Add(branch);
                known.UnionWith(row.Needs[before[branch]]);
            }
        }

        return needed;
    }
}
