using System.ComponentModel;

namespace AsyncBasics.Lab.StandIns;

/// <summary>Stands in for <see cref="System.Threading.PeriodicTimer"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PeriodicTimer : IDisposable
{
    private readonly ITimer _timer;
    private readonly Stage _stage = Stage.Current;
    private LimitedSource<bool>? _waiter;
    private TimeSpan _period;
    private TimeSpan _next;
    private bool _hasTicked;
    private bool _isDisposed;

    public PeriodicTimer(TimeSpan period)
        : this(period, Stage.Current.TimeProvider)
    {
    }

    public PeriodicTimer(TimeSpan period, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        ThrowIfNoPeriod(period);
        _period = period;
        _next = _stage.Now + period;
        _timer = timeProvider.CreateTimer(_ => Tick(), null, period, period);
    }

    public TimeSpan Period
    {
        get => _period;
        set
        {
            ThrowIfNoPeriod(value);
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _period = value;
            _next = _stage.Now + value;
            _timer.Change(value, value);
        }
    }

    public ValueTask<bool> WaitForNextTickAsync(CancellationToken cancellationToken = default)
    {
        if (_waiter is not null)
        {
            throw new InvalidOperationException("Operation is not valid due to the current state of the object.");
        }

        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<bool>(cancellationToken);
        }

        if (_hasTicked || _isDisposed)
        {
            _hasTicked = false;
            return new ValueTask<bool>(!_isDisposed);
        }

        _waiter = new LimitedSource<bool>();
        _waiter.Limit(_stage, Timeout.InfiniteTimeSpan, () => _waiter = null, cancellationToken);
        Task<bool> task = _waiter.Task;
        _stage.Recorder.TaskMade(task, new TaskFact(TaskFactKind.Timer, _next, Thing: this));
        return new ValueTask<bool>(task);
    }

    public void Dispose()
    {
        _isDisposed = true;
        _timer.Dispose();
        End(false);
    }

    private static void ThrowIfNoPeriod(TimeSpan period)
    {
        if (period != Timeout.InfiniteTimeSpan && period.TotalMilliseconds is < 1 or > uint.MaxValue - 1)
        {
            throw new ArgumentOutOfRangeException(nameof(period));
        }
    }

    private void Tick()
    {
        _next = _stage.Now + _period;
        _hasTicked = !End(true);
    }

    private bool End(bool result)
    {
        LimitedSource<bool>? waiter = _waiter;
        _waiter = null;
        return waiter is not null && waiter.TryEnd(result);
    }
}
