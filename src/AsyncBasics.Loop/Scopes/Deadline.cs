namespace AsyncBasics;

/// <summary>A limit as the caller gave it: a duration from the moment at which the body starts, a moment, or none.</summary>
internal readonly record struct Deadline
{
    private readonly long? _ticks;
    private readonly bool _isMoment;

    private Deadline(long? ticks, bool isMoment)
    {
        _ticks = ticks;
        _isMoment = isMoment;
    }

    public static Deadline After(double? seconds) =>
        new(seconds is { } limit ? Durations.FromSeconds(limit, nameof(seconds)) : null, isMoment: false);

    public static Deadline At(TimeSpan? moment) => new(moment?.Ticks, isMoment: true);

    /// <summary>The moment on the running loop's clock.</summary>
    public TimeSpan? Moment() => _ticks is not { } ticks ? null
        : TimeSpan.FromTicks(_isMoment ? ticks : Durations.DeadlineAfter(EventLoop.Running.Clock.Now, ticks));
}
