namespace AsyncBasics;

/// <summary>Sleeps on a monitor: everywhere, in steps of a millisecond.</summary>
internal sealed class MonitorParker : Parker
{
    private readonly object _gate = new();
    private bool _notified;

    public override void Park(long? ticks)
    {
        lock (_gate)
        {
            if (!_notified)
            {
                Monitor.Wait(_gate, Milliseconds(ticks));
            }

            _notified = false;
        }
    }

    public override void Unpark()
    {
        lock (_gate)
        {
            _notified = true;
            Monitor.Pulse(_gate);
        }
    }

    private static int Milliseconds(long? ticks)
    {
        if (ticks is not { } wait)
        {
            return Timeout.Infinite;
        }

        // Rounded up: waking early would mean to spin through the last part of a millisecond.
        long milliseconds = (wait / TimeSpan.TicksPerMillisecond) + (wait % TimeSpan.TicksPerMillisecond == 0 ? 0 : 1);
        return (int)Math.Clamp(milliseconds, 0, int.MaxValue);
    }
}
