using System.Diagnostics;

namespace AsyncBasics;

/// <summary>The time that passes: monotonic, unaffected by changes of the system's date.</summary>
public sealed class RealClock : Clock
{
    private readonly long _start = Stopwatch.GetTimestamp();

    private protected override DateTimeOffset Epoch { get; } = TimeProvider.System.GetUtcNow();

    internal override long Now => Stopwatch.GetElapsedTime(_start).Ticks;

    internal override void WaitUntil(Parker parker, long? deadline, bool workElsewhere)
    {
        if (deadline is not { } moment)
        {
            parker.Park(null);
            return;
        }

        long left = moment - Now;
        if (left > 0)
        {
            parker.Park(left);
        }
    }

    internal override void Block(TimeSpan duration) => Thread.Sleep(duration);
}
