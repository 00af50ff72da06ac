namespace AsyncBasics.Lab;

/// <summary>Makes a timeline of a stretch of a trace: reads the strands, follows the critical path, and lays out the lanes.</summary>
internal static class TimelineReader
{
    public static Timeline Read(Trace trace, TraceRange range)
    {
        IReadOnlyList<Strand> strands = StrandReader.Read(trace, range.Count, range.End);
        TimeSpan? hadToTake = null;
        if (range.IsOver && FindLast(strands, range, range.Instant(trace)) is { } last)
        {
            CriticalPath.Mark(strands, last.Strand, last.Index, range.Instant(trace));
            hadToTake = Replay.Run(trace, range, strands, last.Strand, last.Index);
        }

        return new Timeline
        {
            Title = range.Title,
            Lanes = LaneLayout.Arrange(trace, range, strands),
            Took = range.Took,
            HadToTake = hadToTake < range.Took ? hadToTake : hadToTake is null ? null : range.Took,
            Scale = range.Took,
            IsOver = range.IsOver,
        };
    }

    /// <summary>
    /// Whose event was the end: that of the code that ended the part; otherwise of the main strand, unless another outlived it.
    /// </summary>
    private static (Strand Strand, int Index)? FindLast(IReadOnlyList<Strand> strands, TraceRange range, TimeSpan instant)
    {
        if (strands.FirstOrDefault(strand => strand.Subject == range.Closer) is { } closer)
        {
            return (closer, Math.Min(range.Count - 1, closer.Last));
        }

        Strand[] ended = [.. strands.Where(strand => strand.Last >= range.First && strand.Last < range.Count)];
        if (ended.Length == 0)
        {
            return null;
        }

        TimeSpan end = ended.Max(strand => strand.End);
        Strand last = ended.FirstOrDefault(strand => strand.Creator is null && end - strand.End <= instant)
            ?? ended.MaxBy(strand => (strand.End, strand.Last))!;
        return (last, last.Last);
    }
}
