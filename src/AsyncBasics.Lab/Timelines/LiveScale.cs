namespace AsyncBasics.Lab;

/// <summary>
/// Chooses the time that the axis of a run that goes on shows. It grows in few large steps, so that in a live view the bars grow and
/// the axis stands still.
/// </summary>
internal static class LiveScale
{
    private static readonly TimeSpan s_soon = TimeSpan.FromMinutes(1);

    public static TimeSpan Of(IReadOnlyList<Strand> strands, TraceRange range)
    {
        TimeSpan scale = RoundUp(range.Took);
        TimeSpan foreseen = strands
            .SelectMany(strand => strand.Phases.Where(phase => phase.IsOpen && phase.Kind is PhaseKind.Wait or PhaseKind.Block))
            .Select(phase => phase.Deadline - range.Start)
            .DefaultIfEmpty(TimeSpan.Zero)
            .Max();

        // What is known to come is worth its room, unless it would squeeze all that has been.
        bool isNear = foreseen <= s_soon || foreseen <= range.Took * 10;
        return isNear && foreseen > scale ? foreseen : scale;
    }

    /// <summary>The next of 1, 2 and 5 times a power of ten, in seconds.</summary>
    private static TimeSpan RoundUp(TimeSpan time)
    {
        if (time.TotalSeconds <= 0.1)
        {
            return TimeSpan.FromSeconds(0.1);
        }

        double power = Math.Pow(10, Math.Floor(Math.Log10(time.TotalSeconds)));
        double factor = (time.TotalSeconds / power) switch
        {
            <= 1 => 1,
            <= 2 => 2,
            <= 5 => 5,
            _ => 10,
        };
        double seconds = Math.Min(factor * power, TimeSpan.MaxValue.TotalSeconds / 2);
        return seconds > time.TotalSeconds ? TimeSpan.FromSeconds(seconds) : time;
    }
}
