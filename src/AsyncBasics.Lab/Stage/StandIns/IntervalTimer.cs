using System.ComponentModel;
using System.Timers;

namespace AsyncBasics.Lab.StandIns;

/// <summary>Stands in for <see cref="System.Timers.Timer"/>: its event is raised as work of the pool.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public class IntervalTimer : Component
{
    private const double DefaultInterval = 100;

    private readonly Stage _stage = Stage.Current;
    private readonly StageTimer _timer;
    private double _interval = DefaultInterval;
    private bool _enabled;
    private bool _autoReset = true;

    public IntervalTimer() => _timer = new StageTimer(_stage, _ => Fire(), state: null);

    public IntervalTimer(double interval)
        : this() => Interval = interval;

    public IntervalTimer(TimeSpan interval)
        : this(interval.TotalMilliseconds)
    {
    }

    public event ElapsedEventHandler? Elapsed;

    public bool AutoReset
    {
        get => _autoReset;
        set
        {
            _autoReset = value;
            Set();
        }
    }

    public bool Enabled
    {
        get => _enabled;
        set
        {
            if (_enabled != value)
            {
                _enabled = value;
                Set();
            }
        }
    }

    public double Interval
    {
        get => _interval;
        set
        {
            if (value <= 0)
            {
                throw new ArgumentException($"'{value}' is not a valid value for 'Interval'. 'Interval' must be greater than 0.");
            }

            _interval = value;
            Set();
        }
    }

    public ISynchronizeInvoke? SynchronizingObject { get; set; }

    public void Start() => Enabled = true;

    public void Stop() => Enabled = false;

    public void Close() => Dispose();

    public void BeginInit()
    {
    }

    public void EndInit()
    {
    }

    protected override void Dispose(bool disposing)
    {
        _enabled = false;
        _timer.Dispose();
        base.Dispose(disposing);
    }

    private void Set()
    {
        var interval = TimeSpan.FromMilliseconds(Math.Ceiling(_interval));
        _timer.Change(
            _enabled ? interval : Timeout.InfiniteTimeSpan, _enabled && _autoReset ? interval : Timeout.InfiniteTimeSpan);
    }

    private void Fire()
    {
        _enabled &= _autoReset;
        Worker worker = _stage.NewWorker(WorkerKind.TimerCallback, "timer event");
        var arguments = new ElapsedEventArgs(Clocks.Now());
        _stage.QueueWork(() => _stage.Perform(worker, () => Elapsed?.Invoke(this, arguments)));
    }
}
