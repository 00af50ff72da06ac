using System.ComponentModel;

namespace AsyncBasics.Lab.StandIns;

/// <summary>Stands in for <see cref="System.Diagnostics.Stopwatch"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public class Stopwatch
{
    public static readonly long Frequency = TimeSpan.TicksPerSecond;
    public static readonly bool IsHighResolution = true;

    private long _elapsed;
    private long _start;

    public bool IsRunning { get; private set; }

    public TimeSpan Elapsed => TimeSpan.FromTicks(ElapsedTicks);

    public long ElapsedMilliseconds => ElapsedTicks / TimeSpan.TicksPerMillisecond;

    public long ElapsedTicks => IsRunning ? _elapsed + GetTimestamp() - _start : _elapsed;

    public static Stopwatch StartNew()
    {
        var stopwatch = new Stopwatch();
        stopwatch.Start();
        return stopwatch;
    }

    public static long GetTimestamp() => Stage.Current.TimeProvider.GetTimestamp();

    public static TimeSpan GetElapsedTime(long startingTimestamp) => GetElapsedTime(startingTimestamp, GetTimestamp());

    public static TimeSpan GetElapsedTime(long startingTimestamp, long endingTimestamp) =>
        TimeSpan.FromTicks(endingTimestamp - startingTimestamp);

    public void Start()
    {
        if (!IsRunning)
        {
            _start = GetTimestamp();
            IsRunning = true;
        }
    }

    public void Stop()
    {
        _elapsed = ElapsedTicks;
        IsRunning = false;
    }

    public void Reset()
    {
        _elapsed = 0;
        IsRunning = false;
    }

    public void Restart()
    {
        _elapsed = 0;
        _start = GetTimestamp();
        IsRunning = true;
    }

    public override string ToString() => Elapsed.ToString();
}
