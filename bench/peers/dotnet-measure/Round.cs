using System.Diagnostics;

namespace AsyncBasics.Peers;

/// <summary>One measured round of a work.</summary>
/// <param name="Seconds">How long it took; for sleeping tasks, how much longer than the sleep.</param>
/// <param name="Ops">What was to be done, in operations.</param>
/// <param name="Check">What was counted while doing it; the same as <paramref name="Ops"/> if the work was done.</param>
internal readonly record struct Round(double Seconds, long Ops, long Check)
{
    /// <summary>Times <paramref name="work"/>, which returns what it counted.</summary>
    public static Round Of(long ops, Func<long> work)
    {
        long start = Stopwatch.GetTimestamp();
        long check = work();
        return new(Stopwatch.GetElapsedTime(start).TotalSeconds, ops, check);
    }
}
