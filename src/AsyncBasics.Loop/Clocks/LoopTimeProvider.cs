namespace AsyncBasics;

/// <summary>
/// The loop's clock for ordinary .NET code: <c>Task.Delay</c>, <c>CancellationTokenSource</c>, <c>PeriodicTimer</c> and
/// <c>WaitAsync</c> take it, and then run on the loop's time, virtual or real.
/// </summary>
internal sealed class LoopTimeProvider(EventLoop loop) : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => loop.Clock.Now;

    public override DateTimeOffset GetUtcNow() => loop.Clock.UtcNow;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        loop.UsesNative = true;
        var timer = new LoopTimer(loop, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }
}
