using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace AsyncBasics;

/// <content>Ending: after the body has, or without it, when a cancellation would pass through it unseen.</content>
public abstract partial class LoopTask
{
    private void Finish(LoopThread thread, EventLoop loop)
    {
        NoteLeaf(this);
        loop.Tasks.Remove(this);
        if (_state == FutureState.Failed)
        {
            var error = (ExceptionDispatchInfo)Error!;
            _flags &= ~TaskFlags.MustCancel;
            if (error.SourceException is OperationCanceledException cancelled)
            {
                EndCancelled((cancelled as CancelledException)?.Reason);
            }
            else
            {
                EndFailed(error);
            }
        }
        else if ((_flags & TaskFlags.MustCancel) != 0)
        {
            DropResult();
            EndCancelled(TakeMustCancel());
        }
        else
        {
            EndSucceeded();
        }

        AfterEnd(thread, loop);
    }

    /// <summary>The task waits no longer. If the future that it waited for was cancelled, then it ends as in <see cref="Inject"/>.</summary>
    /// <returns>Whether the task has ended.</returns>
    private bool EndWait(LoopThread thread, EventLoop loop)
    {
        Future? future = Leaf.TakeWait();
        if (future is not { Cancelled: true } || thread.HasInjected || !IsUnseenOnItsWayOut())
        {
            return false;
        }

        EndUnseen(future.CancelReason, thread, loop);
        return true;
    }

    /// <summary>
    /// Whether an exception thrown where the task waits would meet no code on its way out of the task, nor anybody who watches.
    /// </summary>
    private bool IsUnseenOnItsWayOut()
    {
        if (Loop.Observer is not null || Debugger.IsAttached)
        {
            return false;
        }

        LoopTask frame = Leaf;
        if ((frame._flags & TaskFlags.Started) != 0 && frame.HasHandlers)
        {
            return false;
        }

        while (!ReferenceEquals(frame, this))
        {
            frame = frame.Parent!;
            if (frame.HasHandlers)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Ends the task, and returns the frames inside it to their pools, as if the exception had passed through them.</summary>
    private void EndUnseen(CancelReason? reason, LoopThread thread, EventLoop loop)
    {
        LoopTask frame = Leaf;
        frame.TakeWait();
        frame.PassUnseen();
        while (!ReferenceEquals(frame, this))
        {
            LoopTask parent = frame.LeaveParent(thread);
            frame.ReturnToPool(thread);
            frame = parent;
        }

        NoteLeaf(this);
        loop.Tasks.Remove(this);
        EndCancelled(reason);
        AfterEnd(thread, loop);
    }

    private void AfterEnd(LoopThread thread, EventLoop loop)
    {
        DropBody();
        if (loop.Debug)
        {
            ReportSwallowedCancellation(loop);
        }

        thread.Unstarted.ReportOf(this, loop);
        loop.Observer?.Completed(this);
    }
}
