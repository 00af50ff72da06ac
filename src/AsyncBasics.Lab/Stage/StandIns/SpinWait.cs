using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace AsyncBasics.Lab.StandIns;

/// <summary>Stands in for <see cref="System.Threading.SpinWait"/>: each spin takes a moment of virtual time.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Performance", "CA1815", Justification = "Nobody compares them; the original cannot be compared, either.")]
public struct SpinWait
{
    private const int SpinsBeforeYield = 10;

    public int Count { get; private set; }

    public readonly bool NextSpinWillYield => Count >= SpinsBeforeYield;

    public static void SpinUntil(Func<bool> condition) => SpinUntil(condition, Timeout.InfiniteTimeSpan);

    public static bool SpinUntil(Func<bool> condition, int millisecondsTimeout) =>
        SpinUntil(condition, Waits.Timeout(millisecondsTimeout, nameof(millisecondsTimeout)));

    public static bool SpinUntil(Func<bool> condition, TimeSpan timeout)
    {
        ArgumentNullException.ThrowIfNull(condition);
        Waits.ThrowIfNoTimeout(timeout, nameof(timeout));
        Stage stage = Stage.Current;
        TimeSpan? deadline = timeout >= TimeSpan.Zero ? stage.Now + timeout : null;
        while (!condition())
        {
            if (deadline <= stage.Now)
            {
                return false;
            }

            stage.Spinning.Paused();
        }

        return true;
    }

    public void SpinOnce()
    {
        Count++;
        Stage.Current.Spinning.Paused();
    }

    public void SpinOnce(int sleep1Threshold) => SpinOnce();

    public void Reset() => Count = 0;
}
