using System.ComponentModel;

namespace AsyncBasics.Lab.StandIns;

/// <summary>Stands in for the wait handle of a <see cref="CancellationToken"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TokenHandles
{
    public static WaitHandle Of(CancellationToken token)
    {
        var handle = new ManualResetEvent(token.IsCancellationRequested);
        token.UnsafeRegister(static state => ((ManualResetEvent)state!).Set(), handle);
        return handle;
    }
}
