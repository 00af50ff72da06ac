using System.Diagnostics;

namespace AsyncBasics;

/// <content>Waiting for work, and the limit to it.</content>
public sealed partial class EventLoop
{
    private long _runStarted;

    private void StartRealTimeLimit() => _runStarted = Stopwatch.GetTimestamp();

    internal void CheckRealTimeLimit()
    {
        if (_realTimeLimit is { } limit)
        {
            ThrowIfBeyond(limit);
        }
    }

    private void ThrowIfBeyond(TimeSpan limit)
    {
        if (Stopwatch.GetElapsedTime(_runStarted) > limit)
        {
            throw new TimeoutException(string.Join(
                Environment.NewLine,
                [$"The run took longer than {limit.TotalSeconds:0.###} s of real time.", .. WaiterListing.Lines(DescribeWaiters())]));
        }
    }

    private void WaitForWork(long? deadline)
    {
        if (UsesNative)
        {
            _poolWork?.SettleAll();
        }

        bool hasHolds = HasHolds;
        bool isWorkPending = IsWorkPendingElsewhere;
        if (Posts.HasAny)
        {
            // Looked at after the holds: who lets one go has posted before.
            return;
        }

        if (deadline is null && !isWorkPending && !Clock.IsOnTheMove)
        {
            throw new DeadlockException(DescribeWaiters());
        }

        long? atMost = _realTimeLimit is { } limit
            ? Math.Max(1, (limit - Stopwatch.GetElapsedTime(_runStarted)).Ticks)
            : null;
        Clock.WaitUntil(deadline, new Pause(_parker, atMost), hasHolds);
    }
}
