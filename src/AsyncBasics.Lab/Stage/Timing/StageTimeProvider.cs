namespace AsyncBasics.Lab;

/// <summary>The stage's clock for ordinary .NET code. On a virtual clock the time zone is UTC, so that runs are alike everywhere.</summary>
internal sealed class StageTimeProvider(Stage stage) : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => stage.IsVirtual ? TimeZoneInfo.Utc : TimeZoneInfo.Local;

    public override long GetTimestamp()
    {
        stage.Spinning.Asked();
        return stage.Now.Ticks;
    }

    public override DateTimeOffset GetUtcNow()
    {
        stage.Spinning.Asked();
        return stage.Loop.Clock.UtcNow + (stage.Now - stage.Loop.Time);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        stage.ThrowIfEnding();
        var timer = new StageTimer(stage, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }
}
