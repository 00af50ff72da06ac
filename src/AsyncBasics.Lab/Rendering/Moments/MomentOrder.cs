namespace AsyncBasics.Lab;

/// <summary>
/// Orders what happens at one time by what causes what: a lane wakes after the one that woke it, begins after the one that made it, and
/// gets its turn after the one that held the loop.
/// </summary>
internal static class MomentOrder
{
    public static IEnumerable<MomentDraft> Sort(IReadOnlyList<MomentDraft> moments) =>
        moments.GroupBy(moment => moment.Time).OrderBy(instant => instant.Key).SelectMany(instant => SortInstant([.. instant]));

    private static IEnumerable<MomentDraft> SortInstant(MomentDraft[] moments)
    {
        if (moments.Length == 1)
        {
            return moments;
        }

        Dictionary<int, MomentDraft> byLane = moments.ToDictionary(moment => moment.Lane);
        MomentDraft[] holders = [.. moments.Where(moment => Holds(moment.Ended) || Holds(moment.Started))];
        List<MomentDraft> sorted = [];
        HashSet<MomentDraft> seen = [];
        foreach (MomentDraft moment in moments)
        {
            Visit(moment);
        }

        return sorted;

        // Depth first: causes before their effects. Where they go in circles, the order of the lanes decides.
        void Visit(MomentDraft moment)
        {
            Stack<(MomentDraft Moment, bool IsLeft)> open = new([(moment, false)]);
            while (open.TryPop(out (MomentDraft Moment, bool IsLeft) next))
            {
                if (next.IsLeft)
                {
                    sorted.Add(next.Moment);
                }
                else if (seen.Add(next.Moment))
                {
                    open.Push((next.Moment, true));
                    foreach (MomentDraft cause in Causes(next.Moment, byLane, holders).Reverse())
                    {
                        open.Push((cause, false));
                    }
                }
            }
        }
    }

    private static IEnumerable<MomentDraft> Causes(MomentDraft moment, Dictionary<int, MomentDraft> byLane, MomentDraft[] holders)
    {
        // Whoever waits for several goes on after the last; and who ends in the same instant as those that it made has waited for them.
        foreach (int awaited in moment.Ended?.Awaited ?? [])
        {
            if (byLane.TryGetValue(awaited, out MomentDraft? other) && other.Ends)
            {
                yield return other;
            }
        }

        // The one that ended the wait came last.
        if (moment.Ended?.WokenBy is { } by && byLane.TryGetValue(by, out MomentDraft? waker))
        {
            yield return waker;
        }

        foreach (MomentDraft child in moment.Ends ? byLane.Values.Where(other => other.Ends && other.Subject.Parent == moment.Lane) : [])
        {
            yield return child;
        }

        if (moment.Begins && moment.Subject.Parent is { } parent && byLane.TryGetValue(parent, out MomentDraft? maker))
        {
            yield return maker;
        }

        bool wasStarved = moment.Ended?.Kind == SegmentKind.Ready;
        bool getsStarved = moment.Started?.Kind == SegmentKind.Ready;
        foreach (MomentDraft holder in holders.Where(holder => holder != moment))
        {
            if ((wasStarved && Holds(holder.Ended)) || (getsStarved && Holds(holder.Started)))
            {
                yield return holder;
            }
        }
    }

    private static bool Holds(Segment? segment) => segment is { Kind: SegmentKind.Blocked, LeavesLoop: false } or { Kind: SegmentKind.Running };
}
