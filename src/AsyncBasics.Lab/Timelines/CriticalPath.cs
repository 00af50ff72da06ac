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
    /// <param name="instant">What lasts no longer held nobody up.</param>
    public static void Mark(IReadOnlyList<Strand> strands, Strand last, int index, TimeSpan instant)
    {
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
                    from = HolderDuring(strands, phase, instant);
                    break;
                case PhaseKind.Wait when phase.By is { } by && phase.Last < int.MaxValue:
                    from = (by, phase.Last);
                    break;
                case PhaseKind.Held when phase.Members is [var inner] && phase.Last < int.MaxValue:
                    from = (inner, phase.Last);
                    break;
                default:
                    phase.IsCritical = true;
                    break;
            }

            number--;
            if (from is null && number < 0 && strand.Creator is { } creator)
            {
                from = (creator, strand.First);
            }

            if (from is { } earlier)
            {
                strand = earlier.Strand;
                number = strand.PhaseAt(earlier.Index);
            }
        }
    }

    /// <summary>Who held the loop while somebody was starved: the one that let go of it last.</summary>
    private static (Strand Strand, int Index)? HolderDuring(IReadOnlyList<Strand> strands, Phase starved, TimeSpan instant)
    {
        Strand? holder = null;
        Phase? longest = null;
        foreach (Strand strand in strands)
        {
            foreach (Phase phase in strand.Phases)
            {
                if (phase.Kind is PhaseKind.Block or PhaseKind.Run
                    && phase.Length > instant
                    && phase.Start < starved.End
                    && phase.End > starved.Start
                    && phase.First < starved.Last
                    && (longest is null || phase.Last > longest.Last))
                {
                    (holder, longest) = (strand, phase);
                }
            }
        }

        return holder is null ? null : (holder, longest!.First);
    }
}
