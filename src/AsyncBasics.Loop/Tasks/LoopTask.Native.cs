namespace AsyncBasics;

/// <content>
/// Waiting for ordinary async code. Its awaiter gives no way to throw a cancellation in, but that code may itself wait for something of
/// the loop's: that is a leaf, and cancelling it unwinds the ordinary code on the way up. Other turns that the code takes meanwhile
/// (a post, a timer) are followed, so that the leaves are still known after them.
/// </content>
/// <remarks>
/// Nothing tells which of several leaves the awaited code stands on. A cancellation goes to the one that began last, as a method is mostly
/// awaited where it is called. If its method ends and the task waits on, as it does for <c>Task.WhenAll</c>, the one before has its turn.
/// </remarks>
public abstract partial class LoopTask
{
    /// <summary>The future of ours that the native code has begun to wait for last, if it waits for any.</summary>
    private Future? NativeLeaf => (_flags & TaskFlags.Waiting) != TaskFlags.WaitsForNative
        ? null
        : ExtrasOrNull?.NativeLeaves?.FindLast(static leaf => leaf is Future { Done: false }) as Future;

    /// <summary>
    /// Notes that native code has begun to wait on <paramref name="leaf"/>: a future of ours, a posted turn, or a timer.
    /// </summary>
    /// <returns>The task that waits for that code, as far as it is known.</returns>
    internal static LoopTask? NoteNativeLeaf(object leaf)
    {
        LoopThread thread = LoopThread.Current;
        if (thread.Task is { } task)
        {
            task.Show();
            (thread.NativeLeaves ??= []).Add(leaf);
            return task;
        }

        thread.NativeOwner?.NativeCodeGoesOn(leaf);
        return thread.NativeOwner;
    }

    /// <summary>Begins a turn of native code that waited on <paramref name="leaf"/> for <paramref name="owner"/>.</summary>
    internal static void EnterNativeTurn(LoopTask? owner, object leaf)
    {
        if (owner?.ExtrasOrNull?.NativeLeaves is { } leaves && leaves.Remove(leaf))
        {
            LoopThread thread = LoopThread.Current;
            thread.NativeOwner = owner;
            thread.NativeLeavesElsewhere = leaves.Count;
        }
    }

    /// <summary>
    /// The native method that takes its turn now because a cancellation reached what it waited on has ended. If the task has not been
    /// woken by that, nor anybody else who might wake it, then something else keeps it waiting, and the cancellation is passed to that.
    /// </summary>
    internal static void NativeMethodEnded()
    {
        LoopThread thread = LoopThread.Current;
        if (thread.NativeOwner is { ExtrasOrNull: { PassedToNative: { } reason } extras } owner
            && extras.NativeLeaves!.Count == thread.NativeLeavesElsewhere)
        {
            owner.PassToNativeLeaf(reason);
        }
    }

    /// <summary>What the task waits for has ended: nothing is left there that a cancellation could be passed to.</summary>
    internal void ForgetNativeLeaves()
    {
        if (ExtrasOrNull is not null)
        {
            ExtrasOrNull.NativeLeaves = null;
            ExtrasOrNull.PassedToNative = null;
        }
    }

    private void BeginNativeWait(LoopThread thread, EventLoop loop)
    {
        _flags |= TaskFlags.WaitsForNative;
        thread.TakeNativeWait().Task = this;
        loop.NativeWaitBegins();
        if (thread.NativeLeaves is not null)
        {
            Extras.NativeLeaves = thread.NativeLeaves;
            thread.NativeLeaves = null;
            PassEarlierRequest();
        }
    }

    private void NativeCodeGoesOn(object leaf)
    {
        (Extras.NativeLeaves ??= []).Add(leaf);
        PassEarlierRequest();
    }

    /// <summary>A request that came before the native code began to wait for something that can be interrupted.</summary>
    private void PassEarlierRequest()
    {
        if ((_flags & TaskFlags.MustCancel) != 0 && NativeLeaf is not null && Due is CancelReason reason)
        {
            TakeMustCancel();
            PassToNativeLeaf(reason);
        }
    }

    /// <summary>Passes a cancellation to what native code waits on; when that is nothing of ours, the task is told at its next wait.</summary>
    private void PassToNativeLeaf(CancelReason reason)
    {
        if (ExtrasOrNull is { PassedToNative: not null, NativeLeaves: [.., Future { Cancelled: true }] })
        {
            // One is on its way already, and the code has not had its turn yet: it gets both as one.
            return;
        }

        if (NativeLeaf is { } leaf and not LoopTask { IsInDelivery: true } && leaf.Cancel(reason))
        {
            Extras.PassedToNative = reason;
        }
        else
        {
            _flags |= TaskFlags.MustCancel;
            Due ??= reason;
        }
    }

    private void EndNativeWait(EventLoop loop)
    {
        _flags &= ~TaskFlags.WaitsForNative;
        loop.NativeWaitEnds();
        ForgetNativeLeaves();
    }
}
