namespace AsyncBasics;

/// <content>Sleep.</content>
public static partial class Asyncio
{
    /// <summary>
    /// Waits without holding the loop: others run meanwhile (<c>asyncio.sleep</c>). Zero or less gives the others one turn.
    /// </summary>
    /// <param name="seconds">How long, in seconds on the loop's clock.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="seconds"/> is not a number.</exception>
    public static Coroutine Sleep(double seconds) => SleepFrame.Start(Durations.FromSeconds(seconds, nameof(seconds)));

    /// <inheritdoc cref="Sleep(double)"/>
    /// <param name="duration">How long, on the loop's clock.</param>
    public static Coroutine Sleep(TimeSpan duration) => SleepFrame.Start(duration.Ticks);

    /// <summary>
    /// Holds the loop, as <see cref="Thread.Sleep(TimeSpan)"/> would (<c>time.sleep</c> inside a coroutine): nobody else runs
    /// meanwhile. It follows the loop's clock, so that the mistake can be shown on a virtual one too.
    /// </summary>
    /// <param name="seconds">How long, in seconds on the loop's clock.</param>
    public static void BlockingSleep(double seconds) =>
        EventLoop.Running.Block(TimeSpan.FromTicks(Durations.FromSeconds(seconds, nameof(seconds))));
}
