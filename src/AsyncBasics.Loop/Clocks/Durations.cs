namespace AsyncBasics;

/// <summary>Turns the durations that users give into ticks of a loop's clock (100 ns each).</summary>
internal static class Durations
{
    // Far beyond any run, and far enough from the end of long that a sum does not overflow.
    private const long Forever = long.MaxValue / 4;

    /// <summary>Ticks of a duration in seconds; a positive one is never rounded to nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not a number.</exception>
    public static long FromSeconds(double seconds, string parameter)
    {
        if (double.IsNaN(seconds))
        {
            throw new ArgumentOutOfRangeException(parameter, seconds, "Invalid delay: NaN (not a number)");
        }

        if (seconds <= 0)
        {
            return 0;
        }

        double ticks = Math.Round(seconds * TimeSpan.TicksPerSecond);
        return ticks >= Forever ? Forever : Math.Max(1, (long)ticks);
    }

    public static long DeadlineAfter(long now, long ticks) => Math.Min(now, Forever) + Math.Min(ticks, Forever);
}
