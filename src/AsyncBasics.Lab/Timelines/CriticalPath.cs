namespace AsyncBasics.Lab;

/// <summary>
/// Finds the chain of phases that determined how long it took: from the end back, through whoever ended each wait, to the beginning.
/// </summary>
internal static class CriticalPath
{
    /// <summary>Marks the phases on the path that ends with the event at <paramref name="index"/> of <paramref name="last"/>.</summary>
    /// <param name="strands">All strands.</param>
    /// <param name="last">Who came last.</param>
    /// <param name="index">The event at which it was over.</param>
    /// <param name="first">The event before which nothing counts.</param>
    /// <param name="instant">What lasts no longer held nobody up.</param>
    public static void Mark(IReadOnlyList<Strand> strands, Strand last, int index, int first, TimeSpan instant)
    {
        (Strand Strand, Phase Phase)[] holds = FindHolds(strands, first, instant);
        Strand strand = last;
        int number = strand.PhaseAt(index);
        HashSet<Phase> seen = [];
        while (number >= 0 && seen.Add(strand.Phases[number]))
        {
            Phase phase = strand.Phases[number];
            (Strand Strand, int Index)? from = null;
            switch (phase.Kind)
            {
                case PhaseKind.Ready when phase.Length > instant:
                    from = HolderDuring(holds, phase);
                    break;
                case PhaseKind.Wait when phase.By is { } by && phase.Last < int.MaxValue:
                    from = (by, phase.Last);
                    break;
                case PhaseKind.Held when phase.Members is [var inner] && phase.Last < int.MaxValue && phase.Length > instant:
                    from = (inner, inner.LastActBefore(phase.Last));
                    break;
                default:
                    phase.IsCritical = true;
                    break;
            }

            number--;
            if (from is null && number < 0)
            {
                from = BeforeTheFirstStep(strands, strand, instant);
            }

            if (from is { } earlier)
            {
                strand = earlier.Strand;
                number = strand.PhaseAt(earlier.Index);
            }
        }
    }

    /// <summary>
    /// Whoever made it, up to there. Ordinary code outside of all lanes may have made it as soon as another lane had ended.
    /// </summary>
    private static (Strand Strand, int Index)? BeforeTheFirstStep(IReadOnlyList<Strand> strands, Strand strand, TimeSpan instant)
    {
        if (strand.Creator is { } creator)
        {
            return (creator, strand.First - 1);
        }

        TimeSpan start = strand.Root.Start;
        Strand? before = strands
            .Where(other => other.Creator is null && other.HasEndedBefore(strand.First) && start - other.End <= instant)
            .MaxBy(other => other.Last);
        return before is null ? null : (before, before.Last);
    }

    /// <summary>The phases that held the loop, in order.</summary>
    private static (Strand Strand, Phase Phase)[] FindHolds(IReadOnlyList<Strand> strands, int first, TimeSpan instant) =>
    [
        .. strands
            .SelectMany(strand => strand.Phases, (strand, phase) => (Strand: strand, Phase: phase))
            .Where(hold => hold.Phase.Kind is PhaseKind.Block or PhaseKind.Run
                && !hold.Phase.IsOnWorker
                && hold.Phase.Length > instant
                && hold.Phase.Last >= first)
            .OrderBy(hold => hold.Phase.First),
    ];

    /// <summary>Who held the loop while somebody was starved: the one that let go of it last.</summary>
    private static (Strand Strand, int Index)? HolderDuring((Strand Strand, Phase Phase)[] holds, Phase starved)
    {
        int last = Array.FindLastIndex(holds, hold =>
            hold.Phase.First < starved.Last && hold.Phase.Start < starved.End && hold.Phase.End > starved.Start);
        return last < 0 ? null : (holds[last].Strand, holds[last].Phase.First);
    }
}
