using System.Diagnostics;

namespace AsyncBasics;

/// <summary>The time that passes: monotonic, unaffected by changes of the system's date.</summary>
public sealed class RealClock : Clock
{
    private readonly long _start = Stopwatch.GetTimestamp();

    private protected override DateTimeOffset Epoch { get; } = TimeProvider.System.GetUtcNow();

    internal override long Now => Stopwatch.GetElapsedTime(_start).Ticks;

    internal override void WaitUntil(long? deadline, Pause pause, bool workElsewhere)
    {
        long? left = deadline - Now;
        if (left is null or > 0)
        {
            pause.Sleep(left);
        }
    }

    internal override void Block(TimeSpan duration) => Thread.Sleep(duration);
}
