namespace AsyncBasics;

/// <content>
/// Waiting for ordinary async code. Its awaiter gives no way to throw a cancellation in, but that code may itself wait for something of
/// the loop's: that is the leaf, and cancelling it unwinds the ordinary code on the way up. Other turns that the code takes meanwhile
/// (a post, a timer) are followed, so that the leaf is still known after them.
/// </content>
public abstract partial class LoopTask
{
    /// <summary>The future of ours that the native code waits for, if it does.</summary>
    private Future? NativeLeaf => (_flags & TaskFlags.WaitsForNative) != 0 ? _extras?.NativeLeaf as Future : null;

    /// <summary>
    /// Notes that native code has begun to wait on <paramref name="leaf"/>: a future of ours, a posted turn, or a timer.
    /// </summary>
    /// <returns>The task that waits for that code, as far as it is known.</returns>
    internal static LoopTask? NoteNativeLeaf(object leaf)
    {
        LoopThread thread = LoopThread.Current;
        if (thread.Task is not null)
        {
            thread.NativeLeaf = leaf;
            return thread.Task;
        }

        thread.NativeOwner?.NativeCodeGoesOn(leaf);
        return thread.NativeOwner;
    }

    /// <summary>Begins a turn of native code that waited on <paramref name="leaf"/> for <paramref name="owner"/>.</summary>
    internal static void EnterNativeTurn(LoopTask? owner, object leaf)
    {
        if (owner is not null && (owner._flags & TaskFlags.WaitsForNative) != 0 && ReferenceEquals(owner._extras?.NativeLeaf, leaf))
        {
            LoopThread.Current.NativeOwner = owner;
        }
    }

    private void NativeCodeGoesOn(object leaf)
    {
        Extras.NativeLeaf = leaf;
        if (leaf is Future future && (_flags & TaskFlags.MustCancel) != 0 && future.Cancel(_error as CancelReason))
        {
            // The request came while the native code waited for something that could not be interrupted.
            TakeMustCancel();
        }
    }

    private void EndNativeWait(EventLoop loop)
    {
        _flags &= ~TaskFlags.WaitsForNative;
        loop.NativeWaitEnds();
        if (_extras is not null)
        {
            _extras.NativeLeaf = null;
        }
    }
}
