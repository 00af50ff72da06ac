namespace AsyncBasics.Lab;

/// <summary>Makes a timeline of a stretch of a trace: reads the strands, follows the critical path, and lays out the lanes.</summary>
internal static class TimelineReader
{
    public static Timeline Read(Trace trace, TraceRange range)
    {
        IReadOnlyList<Strand> strands = StrandReader.Read(trace, range.Count, range.End);
        (Strand Strand, int Index)[] ends = range.IsOver ? FindEnds(strands, range, range.Instant(trace)) : [];
        TimeSpan? hadToTake = null;
        if (ends is [var last, ..])
        {
            CriticalPath.Mark(strands, last.Strand, last.Index, range.First, range.Instant(trace));
            hadToTake = Replay.Run(trace, range, strands, ends);
        }

        IReadOnlyList<Lane> lanes = LaneLayout.Arrange(trace, range, strands);
        return new Timeline
        {
            Title = range.Title,
            Lanes = lanes,
            Took = range.Took,
            HadToTake = hadToTake < range.Took ? hadToTake : hadToTake is null ? null : range.Took,
            Scale = range.IsOver ? range.Took : LiveScale.Of(strands, range),
            IsOver = range.IsOver,
        };
    }

    /// <summary>
    /// With which events it was over, the last first: that of the code that ended the part; otherwise the ends of the strands that
    /// nobody else made, and of one that outlived them.
    /// </summary>
    private static (Strand Strand, int Index)[] FindEnds(IReadOnlyList<Strand> strands, TraceRange range, TimeSpan instant)
    {
        if (strands.FirstOrDefault(strand => strand.Subject == range.Closer) is { } closer)
        {
            return [(closer, Math.Min(range.Count - 1, closer.Last))];
        }

        Strand[] ended = [.. strands.Where(strand => strand.Last >= range.First && strand.Last < range.Count)];
        if (ended.Length == 0)
        {
            return [];
        }

        TimeSpan end = ended.Max(strand => strand.End);
        Strand last = ended.LastOrDefault(strand => strand.Creator is null && end - strand.End <= instant)
            ?? ended.MaxBy(strand => (strand.End, strand.Last))!;
        return [.. ended.Where(strand => strand.Creator is null && strand != last).Prepend(last).Select(strand => (strand, strand.Last))];
    }
}
