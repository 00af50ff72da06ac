using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AsyncBasics.Lab.StandIns;

/// <summary>Stands in for what a <see cref="CancellationTokenSource"/> does by its clock, and on other threads.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CancellationSources
{
    private static readonly ConditionalWeakTable<CancellationTokenSource, ITimer> s_timers = [];

    public static CancellationTokenSource New() => new();

    public static CancellationTokenSource New(int millisecondsDelay) => New(Waits.Timeout(millisecondsDelay, nameof(millisecondsDelay)));

    public static CancellationTokenSource New(TimeSpan delay)
    {
        Waits.ThrowIfNoTimeout(delay, nameof(delay));
        var source = new CancellationTokenSource();
        if (delay == TimeSpan.Zero)
        {
            source.Cancel();
        }
        else
        {
            CancelAfter(source, delay);
        }

        return source;
    }

    public static CancellationTokenSource New(TimeSpan delay, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        return timeProvider is StageTimeProvider ? New(delay) : new CancellationTokenSource(delay, timeProvider);
    }

    public static void CancelAfter(CancellationTokenSource source, int millisecondsDelay) =>
        CancelAfter(source, Waits.Timeout(millisecondsDelay, nameof(millisecondsDelay)));

    public static void CancelAfter(CancellationTokenSource source, TimeSpan delay)
    {
        Waits.ThrowIfNoTimeout(delay, nameof(delay));
        _ = source.Token; // Throws when it was disposed.
        if (source.IsCancellationRequested)
        {
            return;
        }

        if (!s_timers.TryGetValue(source, out ITimer? timer))
        {
            Stage stage = Stage.Current;
            timer = new StageTimer(stage, static state => Elapsed((CancellationTokenSource)state!), source);
            s_timers.Add(source, timer);
        }

        timer.Change(delay, Timeout.InfiniteTimeSpan);
    }

    public static bool TryReset(CancellationTokenSource source)
    {
        if (s_timers.TryGetValue(source, out ITimer? timer))
        {
            timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        return source.TryReset();
    }

    /// <remarks>The callbacks run before this returns; the original has them run on the pool.</remarks>
    public static Task CancelAsync(CancellationTokenSource source)
    {
        _ = source.Token; // Throws when it was disposed.
        try
        {
            source.Cancel();
            return Task.CompletedTask;
        }
        catch (AggregateException exception)
        {
            return Task.FromException(exception);
        }
    }

    private static void Elapsed(CancellationTokenSource source) => Stage.Current.QueueWork(() =>
    {
        try
        {
            source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // Nobody is left to tell.
        }
    });
}
