using System.ComponentModel;

namespace AsyncBasics.Lab.StandIns;

/// <summary>Stands in for <see cref="System.Threading.WaitHandle"/>: something that is set, or is not.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class WaitHandle : IDisposable
{
    public const int WaitTimeout = 258;

    private readonly List<BlockedCall> _line = [];

    private protected WaitHandle()
    {
    }

    /// <summary>Whether nobody needs to wait.</summary>
    internal abstract bool IsSet { get; }

    public static bool WaitAll(WaitHandle[] waitHandles) => WaitAll(waitHandles, Timeout.InfiniteTimeSpan);

    public static bool WaitAll(WaitHandle[] waitHandles, int millisecondsTimeout) =>
        WaitAll(waitHandles, Waits.Timeout(millisecondsTimeout, nameof(millisecondsTimeout)));

    public static bool WaitAll(WaitHandle[] waitHandles, TimeSpan timeout)
    {
        if (!WaitUntil(waitHandles, static handles => Array.TrueForAll(handles, static handle => handle.IsSet), timeout))
        {
            return false;
        }

        foreach (WaitHandle handle in waitHandles)
        {
            handle.Take();
        }

        return true;
    }

    public static int WaitAny(WaitHandle[] waitHandles) => WaitAny(waitHandles, Timeout.InfiniteTimeSpan);

    public static int WaitAny(WaitHandle[] waitHandles, int millisecondsTimeout) =>
        WaitAny(waitHandles, Waits.Timeout(millisecondsTimeout, nameof(millisecondsTimeout)));

    public static int WaitAny(WaitHandle[] waitHandles, TimeSpan timeout)
    {
        if (!WaitUntil(waitHandles, static handles => Array.Exists(handles, static handle => handle.IsSet), timeout))
        {
            return WaitTimeout;
        }

        int first = Array.FindIndex(waitHandles, static handle => handle.IsSet);
        waitHandles[first].Take();
        return first;
    }

    public virtual bool WaitOne() => WaitOne(Timeout.InfiniteTimeSpan);

    public virtual bool WaitOne(int millisecondsTimeout) => WaitOne(Waits.Timeout(millisecondsTimeout, nameof(millisecondsTimeout)));

    public virtual bool WaitOne(TimeSpan timeout) => WaitAny([this], timeout) == 0;

    public virtual void Close() => Dispose();

    public void Dispose()
    {
        Dispose(explicitDisposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool explicitDisposing)
    {
    }

    /// <summary>Somebody goes on: what is set for one only is not set any more.</summary>
    internal abstract void Take();

    /// <summary>It was set: those that wait look again.</summary>
    private protected void LookAgain()
    {
        BlockedCall[] line = [.. _line];
        foreach (BlockedCall call in line)
        {
            call.Release();
        }
    }

    private static bool WaitUntil(WaitHandle[] handles, Predicate<WaitHandle[]> isSet, TimeSpan timeout)
    {
        ArgumentNullException.ThrowIfNull(handles);
        Waits.ThrowIfNoTimeout(timeout, nameof(timeout));
        Stage stage = Stage.Current;
        stage.ThrowIfEnding();
        TimeSpan? deadline = timeout >= TimeSpan.Zero ? stage.Now + timeout : null;
        while (!isSet(handles))
        {
            TimeSpan left = deadline is { } end ? end - stage.Now : Timeout.InfiniteTimeSpan;
            if (deadline is not null && left <= TimeSpan.Zero)
            {
                stage.Spinning.Asked();
                return false;
            }

            Wait(stage, handles, left);
        }

        return true;
    }

    private static void Wait(Stage stage, WaitHandle[] handles, TimeSpan timeout)
    {
        var call = new BlockedCall(BlockingKind.Signal, "a signal");
        Array.ForEach(handles, handle => handle._line.Add(call));
        try
        {
            stage.Wait(call, timeout);
        }
        finally
        {
            Array.ForEach(handles, handle => handle._line.Remove(call));
        }
    }
}
