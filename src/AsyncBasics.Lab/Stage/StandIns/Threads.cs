using System.ComponentModel;

namespace AsyncBasics.Lab.StandIns;

/// <summary>Stands in for the static members of <see cref="System.Threading.Thread"/> that wait.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Threads
{
    public static void Sleep(int millisecondsTimeout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(millisecondsTimeout, Timeout.Infinite);
        Sleep(TimeSpan.FromMilliseconds(millisecondsTimeout));
    }

    public static void Sleep(TimeSpan timeout)
    {
        Waits.ThrowIfNoTimeout(timeout, nameof(timeout));
        Stage stage = Stage.Current;
        if (timeout == TimeSpan.Zero)
        {
            stage.Spinning.Paused();
        }
        else
        {
            stage.Sleep(timeout);
        }
    }

    public static bool Yield()
    {
        Stage.Current.Spinning.Paused();
        return true;
    }

    public static void SpinWait(int iterations) => Stage.Current.Spinning.Paused();
}
