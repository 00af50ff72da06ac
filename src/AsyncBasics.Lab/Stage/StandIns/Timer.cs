using System.ComponentModel;

namespace AsyncBasics.Lab.StandIns;

/// <summary>Stands in for <see cref="System.Threading.Timer"/>: each time it fires, its callback is work for the pool.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Timer : ITimer
{
    private readonly StageTimer _timer;

    public Timer(TimerCallback callback)
        : this(callback, state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan) => State = this;

    public Timer(TimerCallback callback, object? state, int dueTime, int period)
        : this(callback, state, Waits.Timeout(dueTime, nameof(dueTime)), Waits.Timeout(period, nameof(period)))
    {
    }

    public Timer(TimerCallback callback, object? state, long dueTime, long period)
        : this(callback, state, TimeSpan.FromMilliseconds(dueTime), TimeSpan.FromMilliseconds(period))
    {
    }

    public Timer(TimerCallback callback, object? state, uint dueTime, uint period)
        : this(callback, state, Unsigned(dueTime), Unsigned(period))
    {
    }

    public Timer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        State = state;
        Stage stage = Stage.Current;
        _timer = new StageTimer(stage, _ => Fire(stage, callback), state: null);
        Change(dueTime, period);
    }

    private object? State { get; }

    public bool Change(int dueTime, int period) => Change(Waits.Timeout(dueTime, nameof(dueTime)), Waits.Timeout(period, nameof(period)));

    public bool Change(long dueTime, long period) => Change(TimeSpan.FromMilliseconds(dueTime), TimeSpan.FromMilliseconds(period));

    public bool Change(uint dueTime, uint period) => Change(Unsigned(dueTime), Unsigned(period));

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        Waits.ThrowIfNoTimeout(dueTime, nameof(dueTime));
        Waits.ThrowIfNoTimeout(period, nameof(period));
        return _timer.Change(dueTime, period);
    }

    public void Dispose() => _timer.Dispose();

    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private static TimeSpan Unsigned(uint milliseconds) =>
        milliseconds == uint.MaxValue ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(milliseconds);

    private void Fire(Stage stage, TimerCallback callback)
    {
        Worker worker = stage.NewWorker(WorkerKind.TimerCallback, "timer callback");
        stage.QueueWork(() => stage.Perform(worker, () => callback(State)));
    }
}
